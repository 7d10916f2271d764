package io.imagehandler.testpictures;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.testpictures.PictureFile.Pixels;
import io.imagehandler.transformation.Size;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Lossless WebP files.
public final class Webps {

    private static final int ANIMATED = 0x02;
    private static final int ALPHA = 0x10;
    private static final int XMP = 0x04;
    private static final int EXIF = 0x08;
    private static final int PROFILE = 0x20;

    private Webps() {}

    /// A frame of an animation that replaces what is below it.
    ///
    /// @param left where the frame lies on the canvas, in pixels; even, as is `top`
    /// @param delay in thousandths of a second
    public record Frame(BufferedImage image, int left, int top, int delay) {}

    public static PictureFile still(BufferedImage image) {
        return file(sizeOf(image), image, riff(pixels(image)));
    }

    public static PictureFile withProfile(BufferedImage image, ICC_Profile profile) {
        var size = sizeOf(image);
        var header = header(PROFILE | (image.getColorModel().hasAlpha() ? ALPHA : 0), size);
        var bytes = riff(header, chunk("ICCP", profile.getData()), pixels(image));
        return file(size, image, bytes).withProfile();
    }

    /// With Exif and XMP of [Secrets].
    public static PictureFile withSecrets(BufferedImage image) {
        var size = sizeOf(image);
        var header = header(EXIF | XMP | (image.getColorModel().hasAlpha() ? ALPHA : 0), size);
        var exif = chunk("EXIF", Secrets.exif());
        return file(size, image, riff(header, pixels(image), exif, chunk("XMP ", Secrets.xmp())));
    }

    /// @param plays how often it is played; 0 is for ever
    public static PictureFile animated(Size canvas, List<Frame> frames, int plays) {
        var chunks = new byte[frames.size() + 2][];
        chunks[0] = header(ANIMATED | ALPHA, canvas);
        chunks[1] = chunk("ANIM", new byte[] {0, 0, 0, 0, (byte) plays, (byte) (plays >> 8)});
        for (int i = 0; i < frames.size(); i++) {
            chunks[i + 2] = chunk("ANMF", frame(frames.get(i)));
        }
        return PictureFile.still(riff(chunks), SourceFormat.WEBP, canvas, Pixels.RGBA)
                .with(ImageFacts.Coding.FRAMES, frames.size());
    }

    private static byte[] frame(Frame frame) {
        var pixels = pixels(frame.image());
        var data = ByteBuffer.allocate(16 + pixels.length);
        put24(data, frame.left() / 2);
        put24(data, frame.top() / 2);
        put24(data, frame.image().getWidth() - 1);
        put24(data, frame.image().getHeight() - 1);
        put24(data, frame.delay());
        return data.put((byte) 0x02).put(pixels).array();
    }

    private static byte[] header(int flags, Size canvas) {
        var data = ByteBuffer.allocate(10).put((byte) flags).put(new byte[3]);
        put24(data, canvas.width() - 1);
        put24(data, canvas.height() - 1);
        return chunk("VP8X", data.array());
    }

    private static byte[] pixels(BufferedImage image) {
        return chunk("VP8L", LosslessWebp.of(image));
    }

    private static byte[] riff(byte[]... chunks) {
        int length = Arrays.stream(chunks).mapToInt(chunk -> chunk.length).sum();
        var data = ByteBuffer.allocate(4 + length).put(ascii("WEBP"));
        Arrays.stream(chunks).forEach(data::put);
        return chunk("RIFF", data.array());
    }

    private static byte[] chunk(String name, byte[] data) {
        return ByteBuffer.allocate(8 + data.length + data.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii(name))
                .putInt(data.length)
                .put(data)
                .array();
    }

    private static void put24(ByteBuffer data, int value) {
        data.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }

    private static PictureFile file(Size size, BufferedImage image, byte[] bytes) {
        var pixels = image.getColorModel().hasAlpha() ? Pixels.RGBA : Pixels.RGB;
        return PictureFile.still(bytes, SourceFormat.WEBP, size, pixels)
                .with(ImageFacts.Coding.FRAMES, 1);
    }

    private static Size sizeOf(BufferedImage image) {
        return new Size(image.getWidth(), image.getHeight());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
