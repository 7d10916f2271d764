package io.imagehandler.engine.vips;

import io.imagehandler.engine.Bitmap;
import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.plan.Effect;
import io.imagehandler.engine.plan.Mark;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.transformation.Size;
import java.util.List;

/// Counts the pictures that [Steps] hold in memory on a [Stage], without making one.
final class Held {

    /// Four channels with fractions, weighted by alpha.
    private static final int WEIGHTED_PIXEL = 16;

    private final int frames;
    private boolean alpha;
    private long now;
    private long most;
    private long files;
    private long decoding;

    /// @param frames each of which goes through all steps
    /// @param alpha whether they have alpha
    Held(int frames, boolean alpha) {
        this.frames = frames;
        this.alpha = alpha;
    }

    /// Whether the picture has alpha after all that was counted.
    boolean alpha() {
        return alpha;
    }

    /// The most that was held, in bytes.
    long pictures() {
        return most;
    }

    /// The encoded pictures of marks.
    long files() {
        return files;
    }

    /// What decoding the pictures of marks takes.
    long decoding() {
        return decoding;
    }

    /// Takes `bytes` until the stage is settled.
    void hold(long bytes) {
        now += bytes;
        most = Math.max(most, now);
    }

    /// Takes `bytes`, and then lets all else go.
    void settle(long bytes) {
        hold(bytes);
        now = bytes;
    }

    /// The size of a picture after these steps.
    Size after(List<Step> steps, Size picture) {
        Size size = picture;
        for (Step step : steps) {
            count(step, size);
            size = step.result(size);
        }
        return size;
    }

    private void count(Step step, Size before) {
        long pixels = before.pixels() * frames;
        switch (step) {
            case Step.Scale _, Step.ScaleAndCut _ ->
                    hold(
                            frames > 1
                                    ? step.result(before).pixels() * frames * NativeMemory.PIXEL
                                    : 0);
            case Step.Cut _, Step.Canvas _ -> {}
            case Effect.Brighten _, Effect.Contrast _, Effect.Grey _ -> {}
            case Effect.Blur _, Effect.Sharpen _, Step.AttentionCut _ ->
                    settle(pixels * NativeMemory.PIXEL);
            case Step.Upright(var orientation) ->
                    hold(orientation.degrees() == 0 ? 0 : pixels * NativeMemory.PIXEL);
            case Step.Turn turn -> {
                alpha |= turn.surroundings() == Step.Surroundings.TRANSPARENT;
                boolean weighted = alpha && turn.degrees() % 90 != 0;
                hold(pixels * (weighted ? WEIGHTED_PIXEL : NativeMemory.PIXEL));
            }
            case Effect.RoundCorners(int radius) -> mask((long) radius * radius);
            case Step.Disc(int _, int _, int side) -> mask((long) side * side / 4);
            case Step.Overlay(Mark mark, Mark.Placement _) -> {
                settle(pixels * NativeMemory.PIXEL);
                count(mark);
            }
        }
    }

    /// Of one byte a pixel, as large as one corner.
    private void mask(long corner) {
        alpha = true;
        hold(corner);
    }

    private void count(Mark mark) {
        for (Mark.Part part : mark.parts()) {
            switch (part) {
                case Mark.Part.Letters(Bitmap bitmap, int _, int _) ->
                        hold(bitmap.size().pixels() * NativeMemory.PIXEL);
                case Mark.Part.Picture picture -> count(picture);
            }
        }
        var own = new Held(1, true);
        Size size = own.after(mark.steps(), mark.canvas());
        hold(own.most + size.pixels() * NativeMemory.PIXEL);
    }

    private void count(Mark.Part.Picture part) {
        ImageFacts facts = part.image().facts();
        files += part.image().bytes().remaining();
        decoding += facts.decodeMemory();
        var own = new Held(1, facts.alpha());
        Size size = own.after(Steps.cheapestFirst(part.steps(), facts.size()), facts.size());
        hold(own.most + size.pixels() * NativeMemory.PIXEL);
    }
}
