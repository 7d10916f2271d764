package io.imagehandler.testpictures;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// What cameras and editors write beside the pixels. Each piece holds the word `secret`.
public final class Secrets {

    public static final String WORD = "secret";

    private static final int TEXT = 2;
    private static final int LONG = 4;
    private static final int TEXT_AT = 8 + directory(4);
    private static final int SETTINGS_AT = TEXT_AT + 8;
    private static final int POSITION_AT = SETTINGS_AT + directory(2);
    private static final int THUMBNAIL_AT = POSITION_AT + directory(1);
    private static final int PIXELS_AT = THUMBNAIL_AT + directory(2);

    private Secrets() {}

    /// Exif from its byte order mark on: an author, the number of camera and lens, a position, and
    /// a thumbnail.
    public static byte[] exif() {
        var tiff = ByteBuffer.allocate(PIXELS_AT + 10).put(ascii("MM")).putShort((short) 42);
        tiff.putInt(8).putShort((short) 4);
        entry(tiff, 0x010F, TEXT, 7, TEXT_AT); // the camera's maker
        entry(tiff, 0x013B, TEXT, 7, TEXT_AT); // the artist
        entry(tiff, 0x8769, LONG, 1, SETTINGS_AT);
        entry(tiff, 0x8825, LONG, 1, POSITION_AT);
        tiff.putInt(THUMBNAIL_AT).put(ascii(WORD + "\0\0"));
        tiff.putShort((short) 2);
        entry(tiff, 0xA431, TEXT, 7, TEXT_AT); // the camera's serial number
        entry(tiff, 0xA435, TEXT, 7, TEXT_AT); // the lens's
        tiff.putInt(0).putShort((short) 1);
        entry(tiff, 0x0012, TEXT, 7, TEXT_AT); // the position's survey
        tiff.putInt(0).putShort((short) 2);
        entry(tiff, 0x0201, LONG, 1, PIXELS_AT);
        entry(tiff, 0x0202, LONG, 1, 10);
        return tiff.putInt(0)
                .put(new byte[] {(byte) 0xFF, (byte) 0xD8})
                .put(ascii(WORD))
                .put(new byte[] {(byte) 0xFF, (byte) 0xD9})
                .array();
    }

    public static byte[] xmp() {
        return ascii("<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + WORD + "</x:xmpmeta>");
    }

    /// As a JPEG's segment holds it: a caption.
    public static byte[] iptc() {
        var caption = ascii(WORD);
        return ByteBuffer.allocate(14 + 12 + 5 + caption.length + 1)
                .put(ascii("Photoshop 3.0\0"))
                .put(ascii("8BIM"))
                .putShort((short) 0x0404)
                .putShort((short) 0)
                .putInt(5 + caption.length)
                .put(new byte[] {0x1C, 2, 120, 0, (byte) caption.length})
                .put(caption)
                .array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int directory(int entries) {
        return 2 + 12 * entries + 4;
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
