package io.imagehandler.engine.plan;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.transformation.Crop;
import io.imagehandler.transformation.IndexCrop;
import io.imagehandler.transformation.MarkImage;
import io.imagehandler.transformation.MarkOperation.ToShare;
import io.imagehandler.transformation.MarkText;
import io.imagehandler.transformation.Resize;
import io.imagehandler.transformation.Rotate;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.Watermark;
import io.imagehandler.transformation.Watermark.Content;
import java.util.Optional;
import java.util.function.Function;

/// Makes the marks of watermarks for pictures of known sizes.
///
/// @param images the pictures of watermarks by their keys
record Marking(
        Typesetting typesetting, Function<String, CheckedImage> images, ResultLimits limits) {

    /// The step that puts the mark over a picture; nothing if none of it is seen.
    ///
    /// @throws InvalidArgument if the mark is too large
    Optional<Step> overlay(Watermark watermark, Size picture) {
        if (watermark.opacity() == 0) {
            return Optional.empty();
        }
        return switch (watermark.content()) {
            case Content.OfText(MarkText text) ->
                    finished(Sketch.of(letters(text)), watermark, picture);
            case Content.OfImage(MarkImage image) -> alone(image, watermark, picture);
            case Content.OfBoth(MarkText text, MarkImage image, var arrangement) ->
                    finished(
                            Sketch.of(letters(text), picture(image, picture), arrangement),
                            watermark,
                            picture);
        };
    }

    private Piece letters(MarkText text) {
        return new Piece.Letters(typesetting.set(text));
    }

    private Piece picture(MarkImage mark, Size marked) {
        CheckedImage image = images.apply(mark.key());
        return new Piece.Picture(image, steps(mark, image.facts(), marked));
    }

    /// A picture alone is finished as the picture that it is, so that a large one needs no canvas.
    private Optional<Step> alone(MarkImage mark, Watermark watermark, Size marked) {
        CheckedImage image = images.apply(mark.key());
        Progress progress = steps(mark, image.facts(), marked);
        finish(progress, watermark, marked);
        Sketch sketch = Sketch.of(new Piece.Picture(image, progress));
        return Placing.seen(sketch, watermark, marked);
    }

    private Optional<Step> finished(Sketch sketch, Watermark watermark, Size marked) {
        var progress = new Progress(sketch.canvas());
        finish(progress, watermark, marked);
        if (progress.steps().isEmpty()) {
            return Placing.seen(sketch, watermark, marked);
        }
        if (progress.largest().pixels() > limits.pixels()) {
            String allowed = limits.pixels() + " pixels";
            String token = progress.largest().toString();
            throw new InvalidArgument("watermark", token, allowed, "is too large a mark");
        }
        return Placing.whole(sketch, progress, watermark, marked);
    }

    private void finish(Progress progress, Watermark watermark, Size marked) {
        if (watermark.degrees() != 0) {
            turning(progress).rotate(new Rotate(watermark.degrees()));
        }
        Size target = Proportions.fitting(progress.size(), marked);
        if (watermark.shrinks() && !target.equals(progress.size())) {
            progress.add(new Step.Scale(target), target);
        }
    }

    private Progress steps(MarkImage mark, ImageFacts facts, Size marked) {
        var progress = new Progress(facts.size());
        var resizing = new Resizing(progress, facts.format() != SourceFormat.GIF, limits);
        turning(progress).upright(facts.orientation());
        for (var operation : mark.operations()) {
            switch (operation) {
                case Crop crop -> Cutting.crop(progress, crop);
                case IndexCrop crop -> Cutting.strip(progress, crop);
                case Resize resize -> resizing.resize(resize);
                case Rotate rotate -> turning(progress).rotate(rotate);
                case ToShare share -> resizing.toShare(share, marked);
            }
        }
        return progress;
    }

    private Turning turning(Progress progress) {
        return new Turning(progress, Step.Surroundings.TRANSPARENT, limits);
    }
}
