package io.imagehandler.engine.plan;

import io.imagehandler.engine.Orientation;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.Size;

/// One thing that an engine does to the picture at hand. All numbers are exact; an engine computes
/// none of its own.
public sealed interface Step {

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
    /// area is opaque white. A quarter turn moves pixels and interpolates none.
    record Turn(int degrees, Size size) implements Step {}
}
