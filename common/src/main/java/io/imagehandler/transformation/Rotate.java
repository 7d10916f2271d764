package io.imagehandler.transformation;

/// Turns the picture clockwise; the new area becomes opaque white.
///
/// @param degrees 1 to 359
public record Rotate(int degrees) implements Operation {

    public Rotate {
        new Range(1, 359).require(degrees, "degrees");
    }
}
