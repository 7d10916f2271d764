package io.imagehandler.transformation;

/// Cuts out the largest centred disc up to a radius; what lies around it becomes transparent.
///
/// With `r = min(radius, (min(W, H) - 1) / 2)` the result is the square of side `2r + 1`, as
/// Alibaba OSS has it.
///
/// @param radius 1 to 4,096 pixels
public record Circle(int radius) implements Operation {

    public Circle {
        ShapeGrammar.RADIUS.require(radius, "radius");
    }
}
