package io.imagehandler.local.rehearsal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/// An original. Immutable.
final class Specimen {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int SPOTS = 300;
    private static final int SPOT = 40;

    private final String tag;
    private final String type;
    private final byte[] bytes;

    private Specimen(String tag, String type, byte[] bytes) {
        this.tag = tag;
        this.type = type;
        this.bytes = bytes;
    }

    /// One for each format that a camera or a designer gives, by its key.
    static Map<String, Specimen> all() throws IOException {
        var all = new HashMap<String, Specimen>();
        all.put("photo.jpg", of("jpeg", BufferedImage.TYPE_INT_RGB));
        all.put("drawing.png", of("png", BufferedImage.TYPE_INT_ARGB));
        return Map.copyOf(all);
    }

    /// Its ETag, without quotes.
    String tag() {
        return tag;
    }

    /// Its media type.
    String type() {
        return type;
    }

    /// As it is stored.
    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /// In bytes.
    int length() {
        return bytes.length;
    }

    private static Specimen of(String format, int colours) throws IOException {
        var picture = new BufferedImage(WIDTH, HEIGHT, colours);
        var random = new Random(1);
        for (var spot = 0; spot < SPOTS; spot++) {
            var colour = random.nextInt() | 0x80_00_00_00; // no less than half opaque
            var left = random.nextInt(WIDTH - SPOT);
            var top = random.nextInt(HEIGHT - SPOT);
            for (var y = top; y < top + SPOT; y++) {
                for (var x = left; x < left + SPOT; x++) {
                    picture.setRGB(x, y, colour);
                }
            }
        }
        var file = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, file)) {
            throw new IOException("this Java writes no " + format);
        }
        return new Specimen(format + "-1", "image/" + format, file.toByteArray());
    }
}
