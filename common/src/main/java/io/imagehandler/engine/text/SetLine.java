package io.imagehandler.engine.text;

import io.imagehandler.engine.Bitmap;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;

/// A line of text set in type: knows its size, and draws any part of itself.
///
/// The box of a line is as wide as the text advances and as high as its fonts' ascent and descent
/// together, so that lines of one typeface and size are equally high whatever they say; it is
/// larger only where a glyph reaches out of that, and by [#SHADOW_OFFSET] to the right and below if
/// there is a shadow. Sides are rounded up to whole pixels. Immutable, safe for use by many
/// threads.
public final class SetLine {

    /// How far the shadow lies to the right of the text and below it, in pixels.
    public static final int SHADOW_OFFSET = 2;

    /// Keeps the noise of floating-point numbers from adding a pixel.
    private static final double NOISE = 1.0 / 1024;

    private final Lettering lettering;
    private final Shape outline;
    private final Rectangle box;

    /// @param layout of the text; its outlines are drawn, not its glyph images, since those are
    ///   hinted and made differently from one size and JDK to the next
    SetLine(Lettering lettering, TextLayout layout) {
        this.lettering = lettering;
        this.outline = layout.getOutline(null);
        this.box = box(layout, outline);
        if (lettering.shadow() > 0) {
            box.setSize(box.width + SHADOW_OFFSET, box.height + SHADOW_OFFSET);
        }
    }

    /// The size of the whole line. A long text in large type is up to a hundred thousand pixels
    /// wide and more, so draw the part that is seen.
    public Size size() {
        return new Size(box.width, box.height);
    }

    /// Draws the whole line, or as much of its upper left part as `most` has room for.
    public Bitmap draw(Size most) {
        return draw(
                0,
                0,
                new Size(Math.min(box.width, most.width()), Math.min(box.height, most.height())));
    }

    /// Draws the part whose upper left corner is (`left`, `top`). Takes about 9 bytes of memory a
    /// pixel of `part`, of which 4 are the result's.
    ///
    /// @throws IllegalArgumentException if the part does not lie inside the line
    public Bitmap draw(int left, int top, Size part) {
        if (!new Rectangle(box.width, box.height)
                .contains(new Rectangle(left, top, part.width(), part.height()))) {
            throw new IllegalArgumentException(
                    "the part must lie inside of %s but is %s at (%d, %d)"
                            .formatted(size(), part, left, top));
        }
        int x = box.x + left;
        int y = box.y + top;
        return Inking.ink(lettering, part, (dx, dy) -> coverage(x - dx, y - dy, part));
    }

    /// How much of each pixel the text covers, seen through a window at (`x`, `y`) from the start
    /// of its baseline; in the alpha of the picture.
    private BufferedImage coverage(int x, int y, Size part) {
        var mask = new BufferedImage(part.width(), part.height(), BufferedImage.TYPE_INT_ARGB);
        var graphics = mask.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.translate(-x, -y);
        graphics.fill(outline);
        graphics.dispose();
        return mask;
    }

    private static Rectangle box(TextLayout layout, Shape outline) {
        var ink = outline.getBounds2D();
        double left = Math.min(0, ink.getMinX());
        double right = Math.max(layout.getAdvance(), ink.getMaxX());
        double top = Math.min(-layout.getAscent(), ink.getMinY());
        double bottom = Math.max(layout.getDescent(), ink.getMaxY());
        int x = (int) Math.floor(left + NOISE);
        int y = (int) Math.floor(top + NOISE);
        int width = (int) Math.ceil(right - NOISE) - x;
        int height = (int) Math.ceil(bottom - NOISE) - y;
        return new Rectangle(x, y, Math.max(1, width), Math.max(1, height));
    }
}
