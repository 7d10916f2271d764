package io.imagehandler.testpictures;

import io.imagehandler.transformation.Size;
import java.awt.image.BufferedImage;

/// Pictures of 3 x 3 cells written as text, row by row: `#` is black, `.` is white.
public final class Letters {

    /// Looks different after each of the eight turns and mirrors, so none can pass for another.
    public static final String F = "### #.. ...";

    private Letters() {}

    /// The letter as an opaque picture; `cell` is the size of each of the nine cells.
    public static BufferedImage draw(String letter, Size cell) {
        var rows = letter.split(" ", -1);
        var image =
                new BufferedImage(
                        rows[0].length() * cell.width(),
                        rows.length * cell.height(),
                        BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                boolean ink = rows[y / cell.height()].charAt(x / cell.width()) == '#';
                image.setRGB(x, y, ink ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        return image;
    }

    /// The letter that a picture shows, told by the middle of each cell.
    public static String read(BufferedImage image) {
        var letter = new StringBuilder();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                int x = (2 * column + 1) * image.getWidth() / 6;
                int y = (2 * row + 1) * image.getHeight() / 6;
                letter.append((image.getRGB(x, y) >> 8 & 0xFF) < 128 ? '#' : '.');
            }
            letter.append(row < 2 ? " " : "");
        }
        return letter.toString();
    }
}
