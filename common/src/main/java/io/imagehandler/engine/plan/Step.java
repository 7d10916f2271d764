package io.imagehandler.engine.plan;

import io.imagehandler.engine.Orientation;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.Size;

/// One thing that an engine does to the picture at hand. All numbers are exact; an engine computes
/// none of its own.
public sealed interface Step
        permits Effect,
                Step.AttentionCut,
                Step.Canvas,
                Step.Cut,
                Step.Disc,
                Step.Overlay,
                Step.Scale,
                Step.ScaleAndCut,
                Step.Turn,
                Step.Upright {

    /// The size that this step leaves of a picture.
    default Size result(Size picture) {
        return switch (this) {
            case Upright(Orientation orientation) -> orientation.upright(picture);
            case Scale(Size size) -> size;
            case ScaleAndCut(Size _, int _, int _, Size window) -> window;
            case Cut(int _, int _, Size window) -> window;
            case Canvas(Size size, int _, int _, Color _) -> size;
            case Turn(int _, Size size, Surroundings _) -> size;
            case AttentionCut(Size window) -> window;
            case Disc(int _, int _, int side) -> new Size(side, side);
            case Overlay _, Effect _ -> picture;
        };
    }

    /// Mirrors and turns the stored pixels upright. Only ever the first step.
    record Upright(Orientation orientation) implements Step {}

    /// Stretches the picture to exactly `size`, with a kernel as good as Lanczos3; alpha
    /// premultiplied meanwhile.
    record Scale(Size size) implements Step {}

    /// Stretches the picture to `scaled` and cuts the window out whose upper left corner is
    /// (`left`, `top`). One step, so that no engine need hold the whole scaled picture where that
    /// is much larger than the window.
    record ScaleAndCut(Size scaled, int left, int top, Size window) implements Step {}

    /// Cuts out the window whose upper left corner is (`left`, `top`); it lies inside the picture.
    record Cut(int left, int top, Size window) implements Step {}

    /// Puts the picture on an opaque canvas of `size`, its upper left corner at (`left`, `top`).
    /// The picture's own transparency stays as it is.
    record Canvas(Size size, int left, int top, Color color) implements Step {}

    /// Turns the picture clockwise by `degrees` (1 to 359) about its centre, onto `size`; the new
    /// area is what `surroundings` says. A quarter turn moves pixels and interpolates none.
    record Turn(int degrees, Size size, Surroundings surroundings) implements Step {}

    /// What comes into view when a picture is turned.
    enum Surroundings {
        WHITE,
        TRANSPARENT
    }

    /// Cuts out the window that draws most attention (edges, skin tones, saturation). The same
    /// picture gives the same window; of an animation the first frame decides.
    record AttentionCut(Size window) implements Step {}

    /// Cuts out the square of odd `side` at (`left`, `top`) and makes what lies outside its disc,
    /// of diameter `side`, transparent, anti-aliased; existing alpha is multiplied.
    record Disc(int left, int top, int side) implements Step {}

    /// Puts a mark over the picture; on every frame alike.
    record Overlay(Mark mark, Mark.Placement placement) implements Step {}
}
