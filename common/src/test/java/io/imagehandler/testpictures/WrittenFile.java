package io.imagehandler.testpictures;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// A rendition seen by other software than the engine that wrote it.
public final class WrittenFile {

    private final OutputFormat format;
    private final byte[] bytes;

    private WrittenFile(OutputFormat format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes;
    }

    public static WrittenFile of(EncodedImage image) {
        var bytes = new byte[image.length()];
        image.bytes().get(bytes);
        return new WrittenFile(image.format(), bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// The first frame, decoded by ImageIO; AVIF cannot be.
    public BufferedImage decoded() {
        var reader = reader();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input);
            return reader.read(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reader.dispose();
        }
    }

    /// The real size of the picture.
    public Size size() {
        if (format == OutputFormat.AVIF) {
            int ispe = text().indexOf("ispe");
            var file = ByteBuffer.wrap(bytes);
            return new Size(file.getInt(ispe + 8), file.getInt(ispe + 12));
        }
        var image = decoded();
        return new Size(image.getWidth(), image.getHeight());
    }

    /// Whether the bytes hold this ASCII text anywhere.
    public boolean holds(String text) {
        return text().contains(text);
    }

    /// A JPEG's segment of this marker, without marker and length; nothing if there is none.
    public Optional<ByteBuffer> segment(int marker) {
        var file = ByteBuffer.wrap(bytes);
        int at = 2;
        while ((file.get(at + 1) & 0xFF) != 0xDA) {
            int length = file.getShort(at + 2) & 0xFFFF;
            if ((file.get(at + 1) & 0xFF) == marker) {
                return Optional.of(file.slice(at + 4, length - 2));
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    private String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private ImageReader reader() {
        return ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT)).next();
    }
}
