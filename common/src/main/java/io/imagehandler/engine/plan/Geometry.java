package io.imagehandler.engine.plan;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.transformation.AttentionCrop;
import io.imagehandler.transformation.Blur;
import io.imagehandler.transformation.Bright;
import io.imagehandler.transformation.Circle;
import io.imagehandler.transformation.Contrast;
import io.imagehandler.transformation.Crop;
import io.imagehandler.transformation.Grey;
import io.imagehandler.transformation.IndexCrop;
import io.imagehandler.transformation.Operation;
import io.imagehandler.transformation.Resize;
import io.imagehandler.transformation.Rotate;
import io.imagehandler.transformation.RoundedCorners;
import io.imagehandler.transformation.Sharpen;
import io.imagehandler.transformation.Transformation;
import io.imagehandler.transformation.Watermark;

/// The steps that one source goes through, each computed from the size that the one before leaves.
/// Steps that change nothing are left out.
final class Geometry {

    private final Progress progress;
    private final Resizing resizing;
    private final Turning turning;
    private final Marking marking;

    private Geometry(ImageFacts facts, ResultLimits limits, Marking marking) {
        this.progress = new Progress(facts.size());
        this.resizing = new Resizing(progress, facts.format() != SourceFormat.GIF, limits);
        this.turning = new Turning(progress, Step.Surroundings.WHITE, limits);
        this.marking = marking;
    }

    /// @throws InvalidArgument if a window lies outside, or a result is too large
    static Progress of(
            Transformation transformation, ImageFacts facts, ResultLimits limits, Marking marking) {
        var geometry = new Geometry(facts, limits, marking);
        if (transformation.input().autoOrient()) {
            geometry.turning.upright(facts.orientation());
        }
        transformation.operations().forEach(geometry::apply);
        return geometry.progress;
    }

    private void apply(Operation operation) {
        switch (operation) {
            case AttentionCrop crop -> Cutting.attention(progress, crop);
            case Blur blur -> progress.add(new Effect.Blur(blur.deviation(), blur.radius()));
            case Bright(int by) -> progress.add(new Effect.Brighten(by));
            case Circle circle -> Cutting.disc(progress, circle);
            case Contrast contrast -> progress.add(new Effect.Contrast(contrast.factor()));
            case Crop crop -> Cutting.crop(progress, crop);
            case Grey() -> progress.add(new Effect.Grey());
            case IndexCrop crop -> Cutting.strip(progress, crop);
            case Resize resize -> resizing.resize(resize);
            case Rotate rotate -> turning.rotate(rotate);
            case RoundedCorners corners -> Cutting.roundCorners(progress, corners);
            case Sharpen sharpen -> progress.add(new Effect.Sharpen(sharpen.deviation()));
            case Watermark watermark ->
                    marking.overlay(watermark, progress.size()).ifPresent(progress::add);
        }
    }
}
