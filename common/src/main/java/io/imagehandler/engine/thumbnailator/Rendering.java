package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.plan.Plan;

/// One rendition at work.
final class Rendering {

    private final Plan plan;
    private final Recipe recipe;
    private final RenditionWriter writer;
    private int frames;

    /// @param repeats how often the source is repeated: 0 is for ever, -1 if that is not said
    Rendering(Plan plan, int repeats) {
        this.plan = plan;
        this.recipe = new Recipe(plan.steps());
        this.writer = RenditionWriter.of(plan, repeats);
    }

    /// Takes the next frame, unless it has all that it uses.
    ///
    /// @param delay in hundredths of a second
    void add(Picture picture, int delay) {
        if (frames < plan.frames()) {
            writer.add(new Frame(recipe.applied(picture), delay));
            frames++;
        }
    }

    EncodedImage finished() {
        return new EncodedImage(
                plan.encoding().format(), plan.size(), plan.frames(), writer.finish());
    }
}
