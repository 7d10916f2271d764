package io.imagehandler.engine.metadata;

import io.imagehandler.engine.metadata.Density.Unit;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Finds the few blocks of a file that hold metadata, so that nothing else is handed on.
///
/// The file has passed the header walk. Still a block that does not lie in the file is none: what
/// was let through is one reading of the bytes, and this is another.
final class Blocks {

    /// Exif in a JPEG cannot be longer, so what a longer one in a WebP holds is not looked at.
    private static final int LONGEST = 0xFFFF;

    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FILL = 0xFF;
    private static final String EXIF = "Exif\0\0";

    private final ByteBuffer file;

    Blocks(ByteBuffer file) {
        this.file = file.slice();
    }

    /// The TIFF structure in the first Exif segment.
    Optional<byte[]> jpegExif() {
        return segment(APP1, EXIF).map(at -> block(at.start + EXIF.length(), at.end));
    }

    /// What the JFIF header says.
    Optional<Density> jpegDensity() {
        return segment(APP0, "JFIF\0")
                .filter(at -> at.end - at.start >= 12)
                .flatMap(at -> {
                    String x = u16(at.start + 8) + "/1";
                    String y = u16(at.start + 10) + "/1";
                    return switch (file.get(at.start + 7)) {
                        case 1 -> Optional.of(new Density(x, y, Unit.INCH));
                        case 2 -> Optional.of(new Density(x, y, Unit.CENTIMETRE));
                        default -> Optional.empty();
                    };
                });
    }

    /// The TIFF structure in the first Exif chunk. Some writers keep the prefix that it has in a
    /// JPEG.
    Optional<byte[]> webpExif() {
        return chunk(12, "EXIF", ByteOrder.LITTLE_ENDIAN)
                .map(at -> block(at.start + (is(at.start, EXIF) ? EXIF.length() : 0), at.end));
    }

    /// The TIFF structure in the Exif item of an AVIF or HEIC.
    Optional<byte[]> heifExif() {
        return HeifExif.find(file)
                .map(exif -> {
                    var block = new byte[Math.min(exif.remaining(), LONGEST)];
                    exif.get(block);
                    return block;
                });
    }

    /// What a PNG's `pHYs` says, which is in pixels a metre.
    Optional<Density> pngDensity() {
        return chunk(8, "pHYs", ByteOrder.BIG_ENDIAN)
                .filter(at -> at.end - at.start == 9 && file.get(at.start + 8) == 1)
                .map(at ->
                        new Density(
                                Integer.toUnsignedString(file.getInt(at.start)) + "/100",
                                Integer.toUnsignedString(file.getInt(at.start + 4)) + "/100",
                                Unit.CENTIMETRE));
    }

    /// Where something lies in the file.
    private record Span(int start, int end) {}

    private Optional<Span> segment(int marker, String prefix) {
        int at = 2;
        while (at + 4 <= file.limit() && (file.get(at) & 0xFF) == 0xFF) {
            int code = file.get(at + 1) & 0xFF;
            if (code == FILL) {
                at++;
                continue;
            }
            int end = at + 2 + u16(at + 2);
            if (code == START_OF_SCAN || end > file.limit()) {
                return Optional.empty();
            }
            if (code == marker && is(at + 4, prefix)) {
                return Optional.of(new Span(at + 4, end));
            }
            at = end;
        }
        return Optional.empty();
    }

    /// A chunk of PNG (length, type, data, check sum) or of RIFF (type, length, data, padding).
    private Optional<Span> chunk(int first, String type, ByteOrder order) {
        boolean riff = order == ByteOrder.LITTLE_ENDIAN;
        var ordered = file.duplicate().order(order);
        long at = first;
        while (at + 8 <= file.limit()) {
            long length = ordered.getInt((int) at + (riff ? 4 : 0)) & 0xFFFF_FFFFL;
            long end = at + 8 + length;
            if (end > file.limit()) {
                return Optional.empty();
            }
            if (is((int) at + (riff ? 0 : 4), type)) {
                return Optional.of(new Span((int) at + 8, (int) end));
            }
            at = end + (riff ? length & 1 : 4);
        }
        return Optional.empty();
    }

    private byte[] block(int start, int end) {
        var block = new byte[Math.clamp((long) end - start, 0, LONGEST)];
        file.get(start, block);
        return block;
    }

    private boolean is(int at, String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return at + bytes.length <= file.limit()
                && file.slice(at, bytes.length).equals(ByteBuffer.wrap(bytes));
    }

    private int u16(int at) {
        return file.getShort(at) & 0xFFFF;
    }
}
