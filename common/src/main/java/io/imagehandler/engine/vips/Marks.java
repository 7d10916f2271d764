package io.imagehandler.engine.vips;

import io.imagehandler.engine.Bitmap;
import io.imagehandler.engine.plan.Mark;
import io.imagehandler.engine.plan.Mark.Part;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.transformation.Size;
import java.lang.foreign.MemorySegment;
import java.util.List;

/// Draws marks.
final class Marks {

    private static final int CHANNELS = 4;

    private Marks() {}

    /// The finished mark in memory, with alpha.
    ///
    /// @throws VipsFailure if a picture in it is damaged
    static Picture drawn(Session session, Mark mark) {
        try (var stage = new Stage(session.vips())) {
            Session own = stage.session();
            Picture canvas = own.black(mark.canvas(), CHANNELS).as(Picture.SRGB);
            for (Part part : mark.parts()) {
                canvas = Overlaying.over(canvas, drawn(own, part), part.left(), part.top());
            }
            Picture whole = finished(stage, canvas, mark.steps(), mark.size());
            return Tones.faded(whole, mark.opacity()).inMemory().in(session);
        }
    }

    private static Picture drawn(Session session, Part part) {
        return switch (part) {
            case Part.Letters(Bitmap bitmap, int _, int _) ->
                    session.picture(
                                    MemorySegment.ofBuffer(bitmap.rgba()),
                                    bitmap.size(),
                                    CHANNELS,
                                    Picture.BYTE)
                            .as(Picture.SRGB);
            case Part.Picture picture -> decoded(session, picture);
        };
    }

    private static Picture decoded(Session session, Part.Picture part) {
        var facts = part.image().facts();
        var task = new Task(Steps.cheapestFirst(part.steps(), facts.size()), List.of());
        int shrink = Loader.shrink(facts, Task.need(List.of(task), facts.size()));
        try (var stage = new Stage(session.vips())) {
            Frames first = Loader.load(stage.session(), part.image(), 1, shrink);
            return finished(stage, first.pictures().getFirst(), task.steps(), part.size())
                    .inMemory()
                    .in(session);
        }
    }

    /// With alpha, and without what the file said besides: that is not said of what it marks.
    private static Picture finished(Stage stage, Picture picture, List<Step> steps, Size size) {
        Frames made = Steps.apply(stage, Frames.still(picture), steps);
        if (!made.size().equals(size)) {
            throw new IllegalStateException("the mark must be " + size + " but is " + made.size());
        }
        return Alpha.added(made.pictures().getFirst()).without(_ -> true);
    }
}
