package io.imagehandler.benchmarks.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/// What a picture shows. Codecs find in them what they find in photographs and screenshots: smooth
/// and rough parts, edges, and the noise of a sensor.
enum Scene {
    MOUNTAINS {
        @Override
        void draw(BufferedImage image, Terrain terrain, Random random) {
            int ground = image.getHeight() / 3 + random.nextInt(image.getHeight() / 4);
            shade(
                    image,
                    (x, y) -> {
                        double ridge = ground + 0.3 * image.getHeight() * (terrain.at(x, 0) - 0.5);
                        double rough = terrain.at(x, y);
                        return y < ridge
                                ? mix(0x4A80C8, 0xE8EEF4, y / ridge * 0.8 + rough * 0.2)
                                : mix(0x283018, 0xB0A488, rough * (0.6 + 0.4 * y / ground));
                    });
        }
    },
    LEAVES {
        @Override
        void draw(BufferedImage image, Terrain terrain, Random random) {
            shade(
                    image,
                    (x, y) -> {
                        double fine = terrain.at(5 * x, 5 * y);
                        return mix(0x0C1C06, 0xA4C850, fine * fine * 1.6 * terrain.at(x, y) + 0.1);
                    });
        }
    },
    FACE {
        @Override
        void draw(BufferedImage image, Terrain terrain, Random random) {
            double centre = image.getWidth() * (0.35 + 0.3 * random.nextDouble());
            double middle = image.getHeight() * 0.45;
            double radius = image.getHeight() * 0.32;
            shade(
                    image,
                    (x, y) -> {
                        double away = Math.hypot((x - centre) * 1.3, y - middle) / radius;
                        double grain = 0.08 * terrain.at(9 * x, 9 * y);
                        return away < 1
                                ? mix(0xF0C8A8, 0x8C5A40, away * away * 0.7 + grain)
                                : mix(0x687078, 0x30343C, terrain.at(x / 3, y / 3) + grain);
                    });
            var pen = pen(image);
            pen.setColor(new Color(0x201410));
            double eye = radius * 0.12;
            for (double left : new double[] {centre - 0.44 * radius, centre + 0.2 * radius}) {
                pen.fill(new Ellipse2D.Double(left, middle - eye, 2 * eye, eye));
            }
            pen.dispose();
        }
    },
    CITY {
        @Override
        void draw(BufferedImage image, Terrain terrain, Random random) {
            shade(image, (x, y) -> mix(0x98B4D0, 0xF0E4D0, (double) y / image.getHeight()));
            var pen = pen(image);
            int unit = Math.max(4, image.getWidth() / 160);
            for (int left = 0; left < image.getWidth(); left += unit * (6 + random.nextInt(6))) {
                int top = image.getHeight() / 5 + random.nextInt(image.getHeight() / 2);
                pen.setColor(new Color(mix(0x504840, 0xB8A890, random.nextDouble())));
                pen.fillRect(left, top, unit * 10, image.getHeight());
                for (int y = top + unit; y < image.getHeight(); y += 3 * unit) {
                    for (int x = left + unit; x < left + 9 * unit; x += 2 * unit) {
                        pen.setColor(new Color(mix(0x182028, 0xFFE8A0, random.nextDouble())));
                        pen.fillRect(x, y, unit, 2 * unit);
                    }
                }
            }
            pen.dispose();
        }
    },
    NIGHT {
        @Override
        void draw(BufferedImage image, Terrain terrain, Random random) {
            shade(image, (x, y) -> mix(0x020208, 0x282440, terrain.at(x, y)));
            var pen = pen(image);
            for (int i = 0; i < 150; i++) {
                double size = image.getWidth() / 400.0 * (1 + 3 * random.nextDouble());
                pen.setColor(new Color(mix(0xFFB050, 0xFFFFFF, random.nextDouble())));
                pen.fill(
                        new Ellipse2D.Double(
                                random.nextInt(image.getWidth()),
                                image.getHeight() * (0.4 + 0.6 * random.nextDouble()),
                                size,
                                size));
            }
            pen.dispose();
        }
    },
    PRODUCT {
        @Override
        void draw(BufferedImage image, Terrain terrain, Random random) {
            double centre = image.getWidth() / 2.0;
            double middle = image.getHeight() / 2.0;
            double radius = image.getHeight() * (0.25 + 0.15 * random.nextDouble());
            int dark = random.nextInt(0x808080);
            shade(
                    image,
                    (x, y) -> {
                        double away = Math.hypot(x - centre, y - middle) / radius;
                        double light = (x - centre + middle - y) / radius / 3 + 0.5;
                        return away < 1
                                ? mix(dark, 0xF8F8F8, light + 0.1 * terrain.at(x, y))
                                : mix(0xC8C8C8, 0xFFFFFF, away - 0.6);
                    });
        }
    },
    TEXT {
        @Override
        void draw(BufferedImage image, Terrain terrain, Random random) {
            var pen = pen(image);
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            int line = Math.max(10, image.getHeight() / 40);
            pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, line * 3 / 4));
            for (int y = 2 * line; y < image.getHeight() - line; y += line) {
                pen.setColor(random.nextInt(6) == 0 ? new Color(0x1048B0) : new Color(0x202020));
                var text = new StringBuilder();
                while (text.length() < 110) {
                    text.append(Long.toString(random.nextLong() >>> 30, 36)).append(' ');
                }
                pen.drawString(text.toString(), line, y);
            }
            pen.dispose();
        }
    },
    DRAWING {
        @Override
        void draw(BufferedImage image, Terrain terrain, Random random) {
            var pen = pen(image);
            pen.setColor(new Color(0xF4F0E8));
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            for (int i = 0; i < 60; i++) {
                pen.setColor(new Color(random.nextInt(0x1000000)));
                pen.setStroke(new BasicStroke(image.getWidth() / 300f * (1 + random.nextInt(4))));
                int width = image.getWidth() / (2 + random.nextInt(12));
                int x = random.nextInt(image.getWidth());
                int y = random.nextInt(image.getHeight());
                if (random.nextBoolean()) {
                    pen.fillOval(x, y, width, width);
                } else {
                    pen.drawRect(x, y, width, width / 2);
                }
            }
            pen.dispose();
        }
    };

    /// The colour of a place, as 0xRRGGBB.
    @FunctionalInterface
    interface Shading {
        int at(int x, int y);
    }

    abstract void draw(BufferedImage image, Terrain terrain, Random random);

    /// Whether it is seen through a camera, which adds noise.
    boolean isPhotograph() {
        return this != TEXT && this != DRAWING;
    }

    private static void shade(BufferedImage image, Shading shading) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, shading.at(x, y));
            }
        }
    }

    private static Graphics2D pen(BufferedImage image) {
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return pen;
    }

    private static int mix(int one, int other, double share) {
        double part = Math.clamp(share, 0, 1);
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = (one >> shift) & 0xFF;
            mixed |= (int) Math.round(from + part * (((other >> shift) & 0xFF) - from)) << shift;
        }
        return mixed;
    }
}
