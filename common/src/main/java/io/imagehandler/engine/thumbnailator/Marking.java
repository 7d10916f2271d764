package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.Bitmap;
import io.imagehandler.engine.plan.Mark;
import io.imagehandler.engine.plan.Mark.Part;
import io.imagehandler.engine.plan.Mark.Placement;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.transformation.Size;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/// Puts a mark over images. The mark is drawn once, however many images there are.
final class Marking implements Change {

    private final Step.Overlay overlay;
    private @Nullable BufferedImage mark;

    Marking(Step.Overlay overlay) {
        this.overlay = overlay;
    }

    /// @throws UndecodableImage if a picture of the mark is damaged
    @Override
    public BufferedImage of(Picture picture) {
        if (mark == null) {
            mark = drawn(overlay.mark());
        }
        var image = picture.image();
        var marked = Pixels.blank(image, image.getWidth(), image.getHeight());
        Pixels.copy(image, marked, 0, 0);
        switch (overlay.placement()) {
            case Placement.At(int left, int top) -> Over.put(mark, marked, left, top);
            case Placement.Tiled tiled -> tile(mark, marked, tiled);
        }
        return marked;
    }

    private static void tile(BufferedImage mark, BufferedImage onto, Placement.Tiled gaps) {
        for (int top = 0; top < onto.getHeight(); top += mark.getHeight() + gaps.gapY()) {
            for (int left = 0; left < onto.getWidth(); left += mark.getWidth() + gaps.gapX()) {
                Over.put(mark, onto, left, top);
            }
        }
    }

    private static BufferedImage drawn(Mark mark) {
        var canvas =
                new BufferedImage(
                        mark.canvas().width(), mark.canvas().height(), BufferedImage.TYPE_INT_ARGB);
        for (var part : mark.parts()) {
            Over.put(drawn(part), canvas, part.left(), part.top());
        }
        return faint(new Recipe(mark.steps()).applied(new Picture(canvas)), mark.opacity());
    }

    private static BufferedImage drawn(Part part) {
        return switch (part) {
            case Part.Letters(Bitmap bitmap, int _, int _) -> image(bitmap);
            case Part.Picture picture -> {
                try (var decoded = DecodedSource.of(picture.image())) {
                    var frame = new Picture(decoded.next().image());
                    yield new Recipe(picture.steps()).applied(frame);
                }
            }
        };
    }

    private static BufferedImage image(Bitmap bitmap) {
        Size size = bitmap.size();
        var image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
        var data = Pixels.data(image);
        bitmap.rgba().asIntBuffer().get(data);
        for (int i = 0; i < data.length; i++) {
            data[i] = Integer.rotateRight(data[i], 8);
        }
        return image;
    }

    /// A copy whose every alpha is times opacity / 100.
    private static BufferedImage faint(BufferedImage mark, int opacity) {
        var faint =
                new BufferedImage(mark.getWidth(), mark.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Pixels.copy(mark, faint, 0, 0);
        var data = Pixels.data(faint);
        for (int i = 0; i < data.length; i++) {
            int alpha = ((data[i] >>> 24) * opacity + 50) / 100;
            data[i] = alpha << 24 | (data[i] & 0xFFFFFF);
        }
        return faint;
    }
}
