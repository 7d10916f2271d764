package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.Bitmap;
import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Mark;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.transformation.Size;
import java.util.List;

/// What a rendering of this engine holds in the heap: pictures are whole, and of every step the one
/// before and the one after.
final class HeapMemory {

    /// Packed ARGB.
    private static final int PIXEL = 4;

    private final long pictures;
    private final long files;
    private final long decoding;

    private HeapMemory(long pictures, long files, long decoding) {
        this.pictures = pictures;
        this.files = files;
        this.decoding = decoding;
    }

    static MemoryEstimate of(CheckedImage source, List<Plan> plans) {
        Size size = source.facts().size();
        long files = source.bytes().remaining();
        long decoding = source.facts().decodeMemory();
        long pictures = 0;
        long encoding = 0;
        for (Plan plan : plans) {
            HeapMemory one = of(plan.steps(), size);
            pictures = Math.max(pictures, one.pictures);
            files += one.files;
            decoding += one.decoding;
            encoding = Math.max(encoding, encoding(plan));
        }
        // Halves, quarters and so on of the source, see Picture.
        long halvings = plans.isEmpty() ? 0 : size.pixels() * PIXEL / 3;
        return new MemoryEstimate(files, decoding, halvings + pictures, encoding);
    }

    private static HeapMemory of(List<Step> steps, Size picture) {
        long pictures = 0;
        long marks = 0;
        long files = 0;
        long decoding = 0;
        Size size = picture;
        for (Step step : Steps.smallFirst(steps)) {
            Size after = step.result(size);
            // Turning a picture of bytes takes a packed copy first; halvings come on top as above.
            pictures = Math.max(pictures, (size.pixels() * 2 + after.pixels()) * PIXEL);
            if (step instanceof Step.Overlay(Mark mark, Mark.Placement _)) {
                HeapMemory drawn = of(mark);
                marks += drawn.pictures;
                files += drawn.files;
                decoding += drawn.decoding;
            }
            size = after;
        }
        return new HeapMemory(pictures + marks, files, decoding);
    }

    private static HeapMemory of(Mark mark) {
        long files = 0;
        long decoding = 0;
        HeapMemory whole = of(mark.steps(), mark.canvas());
        long pictures =
                whole.pictures + (mark.canvas().pixels() + 2 * mark.size().pixels()) * PIXEL;
        for (Mark.Part part : mark.parts()) {
            switch (part) {
                case Mark.Part.Letters(Bitmap bitmap, int _, int _) ->
                        pictures += bitmap.size().pixels() * PIXEL;
                case Mark.Part.Picture one -> {
                    HeapMemory made = of(one.steps(), one.image().facts().size());
                    pictures += made.pictures + one.size().pixels() * PIXEL;
                    files += one.image().bytes().remaining();
                    decoding += one.image().facts().decodeMemory();
                }
            }
        }
        return new HeapMemory(pictures, files, decoding);
    }

    private static long encoding(Plan plan) {
        return plan.size().pixels()
                * switch (plan.encoding()) {
                    case Encoding.Jpeg _ -> 12;
                    case Encoding.Png _ -> 4;
                    case Encoding.Gif _, Encoding.Webp _, Encoding.Avif _ -> 8L * plan.frames();
                };
    }
}
