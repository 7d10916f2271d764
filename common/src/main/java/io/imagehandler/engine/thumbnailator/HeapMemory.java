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

/// What a rendering of this engine holds, nearly all of it in the heap, from above:
///
/// - the file and the files of marks;
/// - what the decoder holds, the decoded picture included
///   ([io.imagehandler.engine.ImageFacts#decodeMemory]), and what the decoders of marks hold;
/// - the halves, quarters and so on of the source, and the most that is held at a time for the
///   steps of one rendition: the picture before a step, the one after it, and a copy for turning;
/// - the most that one encoder holds.
final class HeapMemory {

    /// Packed ARGB.
    private static final int PIXEL = 4;

    private long pictures;
    private long marks;
    private long files;
    private long decoding;

    private HeapMemory() {}

    static MemoryEstimate of(CheckedImage source, List<Plan> plans) {
        Size size = source.facts().size();
        var all = new HeapMemory();
        long encoding = 0;
        for (Plan plan : plans) {
            all.count(plan.steps(), size);
            encoding = Math.max(encoding, encoding(plan));
        }
        long halvings = plans.isEmpty() ? 0 : size.pixels() * PIXEL / 3;
        return new MemoryEstimate(
                source.bytes().remaining() + all.files,
                source.facts().decodeMemory() + all.decoding,
                halvings + all.pictures + all.marks,
                encoding);
    }

    /// @param picture which is counted already
    private void count(List<Step> steps, Size picture) {
        long before = 0;
        Size size = picture;
        for (Step step : Steps.smallFirst(steps)) {
            Size result = step.result(size);
            long after = result.pixels() * PIXEL;
            long copy = step instanceof Step.Turn ? size.pixels() * PIXEL : 0;
            pictures = Math.max(pictures, before + copy + after);
            if (step instanceof Step.Overlay(Mark mark, Mark.Placement _)) {
                count(mark);
            }
            before = after;
            size = result;
        }
    }

    private void count(Mark mark) {
        marks += mark.canvas().pixels() * PIXEL;
        for (Mark.Part part : mark.parts()) {
            switch (part) {
                case Mark.Part.Letters(Bitmap bitmap, int _, int _) ->
                        marks += bitmap.size().pixels() * PIXEL;
                case Mark.Part.Picture one -> {
                    files += one.image().bytes().remaining();
                    decoding += one.image().facts().decodeMemory();
                    marks += held(one.steps(), one.image().facts().size());
                }
            }
        }
        // The finished mark, and made fainter.
        marks += held(mark.steps(), mark.canvas()) + 2 * mark.size().pixels() * PIXEL;
    }

    private static long held(List<Step> steps, Size picture) {
        var own = new HeapMemory();
        own.count(steps, picture);
        return own.pictures + picture.pixels() * PIXEL / 3;
    }

    /// Files are held up to three times while they grow.
    private static long encoding(Plan plan) {
        return plan.size().pixels()
                * switch (plan.encoding()) {
                    case Encoding.Jpeg _ -> 10;
                    case Encoding.Png _ -> 10;
                    case Encoding.Gif _, Encoding.Webp _, Encoding.Avif _ -> 4 + 8L * plan.frames();
                };
    }
}
