package io.imagehandler.transformation;

/// Makes the corners transparent that lie outside quarter circles. The radius is at most half the
/// short side.
///
/// @param radius 1 to 4,096 pixels
public record RoundedCorners(int radius) implements Operation {

    public RoundedCorners {
        ShapeGrammar.RADIUS.require(radius, "radius");
    }
}
