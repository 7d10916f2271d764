package io.imagehandler.local;

import io.imagehandler.local.sample.ExifJpeg;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/// A photo of 12 megapixels as a phone stores it: 4000 x 3000, to be turned clockwise. Upright,
/// each quarter has a colour of its own, so that no turn or mirror of it passes for another.
final class TestPhoto {

    static final int WIDTH = 3000;
    static final int HEIGHT = 4000;
    static final String SECRET = "where it was taken";
    static final List<String> COLORS = List.of("red", "green", "blue", "white");

    private static final int SPECKS = 20_000;

    /// Drawing takes as long as a test.
    private static final Map<Integer, byte[]> DRAWN = new HashMap<>();

    private TestPhoto() {}

    /// @param turns how many places the quarters are moved on, so that photos can differ
    static synchronized byte[] jpeg(int turns) throws IOException {
        var drawn = DRAWN.get(turns);
        if (drawn == null) {
            drawn = drawn(turns);
            DRAWN.put(turns, drawn);
        }
        return drawn.clone();
    }

    private static byte[] drawn(int turns) throws IOException {
        var stored =
                new BufferedImage(
                        /* width= */ HEIGHT, /* height= */ WIDTH, BufferedImage.TYPE_3BYTE_BGR);
        var canvas = stored.createGraphics();
        canvas.setTransform(new AffineTransform(0, -1, 1, 0, 0, WIDTH));
        paint(canvas, colors(turns));
        canvas.dispose();
        return ExifJpeg.of(stored, ExifJpeg.TURN_CLOCKWISE, SECRET);
    }

    /// The colours of the quarters from left to right and top to bottom.
    static List<String> colors(int turns) {
        var colors = new ArrayList<>(COLORS);
        Collections.rotate(colors, turns);
        return colors;
    }

    /// The same, as seen in a picture.
    static List<String> colorsIn(BufferedImage picture) {
        var colors = new ArrayList<String>();
        for (var quarter = 0; quarter < COLORS.size(); quarter++) {
            var x = picture.getWidth() * (1 + 2 * (quarter % 2)) / 4;
            var y = picture.getHeight() * (1 + 2 * (quarter / 2)) / 4;
            colors.add(nameOf(new Color(picture.getRGB(x, y))));
        }
        return colors;
    }

    static BufferedImage read(byte[] file) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(file));
        if (picture == null) {
            throw new IOException("this is no picture");
        }
        return picture;
    }

    private static void paint(Graphics2D canvas, List<String> colors) {
        for (var quarter = 0; quarter < colors.size(); quarter++) {
            canvas.setPaint(color(colors.get(quarter)));
            canvas.fillRect(
                    WIDTH / 2 * (quarter % 2), HEIGHT / 2 * (quarter / 2), WIDTH / 2, HEIGHT / 2);
        }
        var random = new Random(1);
        canvas.setPaint(new Color(128, 128, 128, 40)); // something to encode
        for (var speck = 0; speck < SPECKS; speck++) {
            canvas.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), 24, 8);
        }
    }

    private static Color color(String name) {
        return switch (name) {
            case "red" -> Color.RED;
            case "green" -> Color.GREEN;
            case "blue" -> Color.BLUE;
            default -> Color.WHITE;
        };
    }

    private static String nameOf(Color seen) {
        return COLORS.stream()
                .filter(name -> isLike(color(name), seen))
                .findFirst()
                .orElse(seen.toString());
    }

    private static boolean isLike(Color wanted, Color seen) {
        return Math.abs(wanted.getRed() - seen.getRed()) < 80
                && Math.abs(wanted.getGreen() - seen.getGreen()) < 80
                && Math.abs(wanted.getBlue() - seen.getBlue()) < 80;
    }
}
