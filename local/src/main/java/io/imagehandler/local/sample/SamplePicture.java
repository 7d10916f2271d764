package io.imagehandler.local.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// A landscape of 12 megapixels as a phone would have taken it: stored lying, with the note that it
/// is to be turned by 90° clockwise.
public final class SamplePicture {

    public static final String NAME = "sample.jpg";

    private static final int WIDTH = 3024;
    private static final int HEIGHT = 4032;
    private static final int HORIZON = 2400;
    private static final int RIDGES = 4;
    private static final int STEP = 24;

    private SamplePicture() {}

    /// Draws the picture, if the file is not there yet.
    public static void writeTo(Path file) throws IOException {
        if (!Files.exists(file)) {
            var part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, ExifJpeg.of(drawn(), ExifJpeg.TURN_CLOCKWISE, "drawn by code"));
            Files.move(part, file);
        }
    }

    private static BufferedImage drawn() {
        var stored =
                new BufferedImage(
                        /* width= */ HEIGHT, /* height= */ WIDTH, BufferedImage.TYPE_3BYTE_BGR);
        var canvas = stored.createGraphics();
        canvas.setTransform(new AffineTransform(0, -1, 1, 0, 0, WIDTH)); // on its left side
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var random = new Random(1);
        drawSky(canvas);
        for (var ridge = 0; ridge < RIDGES; ridge++) {
            drawRidge(canvas, ridge, random);
        }
        drawLake(canvas, random);
        canvas.dispose();
        return stored;
    }

    private static void drawSky(Graphics2D canvas) {
        canvas.setPaint(
                new GradientPaint(0, 0, new Color(0x2C4A7C), 0, HORIZON, new Color(0xF6C28B)));
        canvas.fillRect(0, 0, WIDTH, HORIZON);
        canvas.setPaint(new Color(0xFFF1C9));
        canvas.fill(new Ellipse2D.Double(1900, 1150, 520, 520));
    }

    private static void drawRidge(Graphics2D canvas, int ridge, Random random) {
        var line = new Path2D.Double();
        line.moveTo(0, HORIZON);
        var phase = random.nextDouble() * 10;
        for (var x = 0; x <= WIDTH; x += STEP) {
            var wave =
                    Math.sin(phase + x / (620.0 - 90 * ridge)) + 0.4 * Math.sin(phase + x / 170.0);
            line.lineTo(x, 1650 + 190 * ridge - 230 * wave + random.nextInt(STEP));
        }
        line.lineTo(WIDTH, HORIZON);
        line.closePath();
        var shade = 150 - 34 * ridge;
        canvas.setPaint(new Color(shade * 2 / 3, shade * 4 / 5, shade));
        canvas.fill(line);
    }

    private static void drawLake(Graphics2D canvas, Random random) {
        canvas.setPaint(
                new GradientPaint(0, HORIZON, new Color(0xD9A679), 0, HEIGHT, new Color(0x10243F)));
        canvas.fillRect(0, HORIZON, WIDTH, HEIGHT - HORIZON);
        canvas.setStroke(new BasicStroke(3));
        for (var wave = 0; wave < 6000; wave++) {
            var depth = random.nextDouble();
            var y = HORIZON + (int) (depth * depth * (HEIGHT - HORIZON));
            var x = random.nextInt(WIDTH);
            canvas.setPaint(new Color(255, 230, 190, 20 + random.nextInt(60)));
            canvas.drawLine(x, y, x + 20 + (int) (depth * 200), y);
        }
    }
}
