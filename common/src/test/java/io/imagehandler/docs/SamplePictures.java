package io.imagehandler.docs;

import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.Gifs.Disposal;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.Pngs;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/// The pictures that the examples start from, drawn by rule: no camera, nobody's rights.
final class SamplePictures {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final int SHORE = 120;

    private SamplePictures() {}

    /// The files by their names.
    static Map<String, byte[]> files() {
        var files = new TreeMap<String, byte[]>();
        files.put("photo.jpg", Jpegs.baseline(lake()).toArray());
        files.put("sideways.jpg", Jpegs.withOrientation(Jpegs.baseline(lying()), 6).toArray());
        files.put("badge.png", Pngs.of(badge()).toArray());
        files.put("ball.gif", ball());
        return files;
    }

    /// An evening at a lake, a red boat to the right of the middle.
    static BufferedImage lake() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = pen(image);
        sky(pen);
        mountains(pen, 62, 0.031, 0.9, new Color(0x8E7FA8));
        mountains(pen, 88, 0.047, 2.1, new Color(0x5D5F8C));
        mountains(pen, 104, 0.083, 0.2, new Color(0x2F4858));
        water(pen);
        boat(pen);
        pen.dispose();
        return image;
    }

    private static void sky(Graphics2D pen) {
        pen.setPaint(new GradientPaint(0, 0, new Color(0x2B4C8C), 0, SHORE, new Color(0xFFC27A)));
        pen.fillRect(0, 0, WIDTH, SHORE);
        var glow = new Color[] {new Color(0xFFFFF3D0, true), new Color(0x00FFD79A, true)};
        pen.setPaint(new RadialGradientPaint(82, 62, 70, new float[] {0, 1}, glow));
        pen.fillRect(0, 0, WIDTH, SHORE);
        pen.setPaint(new Color(0xFFF6DC));
        pen.fill(new Ellipse2D.Double(66, 46, 32, 32));
    }

    private static void mountains(
            Graphics2D pen, int height, double step, double phase, Color color) {
        var ridge = new Path2D.Double();
        ridge.moveTo(0, SHORE);
        for (int x = 0; x <= WIDTH; x++) {
            double wave = Math.sin(x * step + phase) + 0.45 * Math.sin(x * step * 2.7 + phase);
            ridge.lineTo(x, height + wave * 14 + 3 * Math.abs(Math.sin(x * 0.37)));
        }
        ridge.lineTo(WIDTH, SHORE);
        ridge.closePath();
        pen.setPaint(
                new GradientPaint(0, height - 20, color, 0, SHORE + 20, color.darker().darker()));
        pen.fill(ridge);
    }

    private static void water(Graphics2D pen) {
        pen.setPaint(
                new GradientPaint(0, SHORE, new Color(0xD9926B), 0, HEIGHT, new Color(0x17304F)));
        pen.fillRect(0, SHORE, WIDTH, HEIGHT - SHORE);
        for (int i = 0; i < 150; i++) {
            double far = (i * 0.618034) % 1;
            double y = SHORE + 2 + far * far * (HEIGHT - SHORE - 4);
            double x = (i * 97.31) % WIDTH;
            boolean inSun = Math.abs(x - 82) < 16 + far * 20;
            pen.setPaint(inSun ? new Color(0xA0FFE9B8, true) : new Color(0x38FFFFFF, true));
            pen.fill(new Ellipse2D.Double(x, y, 6 + far * 26, 0.7 + far * 1.3));
        }
    }

    private static void boat(Graphics2D pen) {
        pen.setPaint(new Color(0x50000000, true));
        pen.fill(new Ellipse2D.Double(168, 160, 96, 10));
        pen.setPaint(new GradientPaint(0, 140, new Color(0xE03A2F), 0, 164, new Color(0x7A1512)));
        pen.fill(polygon(170, 142, 262, 142, 246, 164, 184, 164));
        pen.setPaint(new Color(0xF6EFE2));
        pen.fill(new Rectangle2D.Double(171, 142, 90, 3));
        pen.setPaint(new Color(0x4A2F1B));
        pen.setStroke(new BasicStroke(2.5f));
        pen.drawLine(212, 142, 212, 52);
        pen.setPaint(new GradientPaint(170, 0, new Color(0xFFFDF7), 212, 0, new Color(0xE2D8C4)));
        pen.fill(polygon(208, 58, 208, 134, 170, 134));
        pen.setPaint(new GradientPaint(216, 0, new Color(0xFFFFFF), 258, 0, new Color(0xCFC4B0)));
        pen.fill(polygon(216, 54, 216, 136, 258, 136));
        pen.setPaint(new Color(0x1D5FA8));
        pen.fill(polygon(222, 106, 236, 106, 228, 128, 222, 128, 229, 111, 222, 111));
    }

    /// The lake as a camera stores it that was held on its side: 90 degrees to the left.
    private static BufferedImage lying() {
        var upright = lake();
        var stored = new BufferedImage(HEIGHT, WIDTH, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                stored.setRGB(y, WIDTH - 1 - x, upright.getRGB(x, y));
            }
        }
        return stored;
    }

    /// A round badge with a star on a transparent ground.
    private static BufferedImage badge() {
        var image = new BufferedImage(96, 96, BufferedImage.TYPE_INT_ARGB);
        var pen = pen(image);
        pen.setPaint(new GradientPaint(0, 0, new Color(0x2E86DE), 0, 96, new Color(0x10366B)));
        pen.fill(new Ellipse2D.Double(4, 4, 88, 88));
        pen.setPaint(Color.WHITE);
        pen.setStroke(new BasicStroke(3));
        pen.draw(new Ellipse2D.Double(10, 10, 76, 76));
        var star = new double[20];
        for (int i = 0; i < 10; i++) {
            double reach = i % 2 == 0 ? 31 : 13;
            star[2 * i] = 48 + reach * Math.sin(i * Math.PI / 5);
            star[2 * i + 1] = 49 - reach * Math.cos(i * Math.PI / 5);
        }
        pen.fill(polygon(star));
        pen.dispose();
        return image;
    }

    /// A ball that jumps, eight frames, for ever.
    private static byte[] ball() {
        var frames = new ArrayList<Gifs.Frame>();
        for (int i = 0; i < 8; i++) {
            var image = new BufferedImage(120, 80, BufferedImage.TYPE_INT_RGB);
            var pen = pen(image);
            pen.setPaint(new Color(0x204060));
            pen.fillRect(0, 0, 120, 80);
            pen.setPaint(new Color(0x408060));
            pen.fillRect(0, 66, 120, 14);
            pen.setPaint(new Color(0xF0A030));
            double height = 40 * Math.sin(i * Math.PI / 8);
            pen.fill(new Ellipse2D.Double(8 + i * 11, 44 - height, 24, 24));
            pen.dispose();
            frames.add(new Gifs.Frame(image, 0, 0, 12, Disposal.KEEP));
        }
        return Gifs.of(frames, 0).toArray();
    }

    private static Path2D polygon(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    private static Graphics2D pen(BufferedImage image) {
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return pen;
    }
}
