package io.imagehandler.transformation;

/// Turns the picture clockwise onto the smallest upright rectangle around it, `W cos + H sin` by `W
/// sin + H cos`; the new area becomes opaque white, in the picture of a watermark transparent.
///
/// @param degrees 1 to 359
public record Rotate(int degrees) implements Operation, MarkOperation {

    public Rotate {
        new Range(1, 359).require(degrees, "degrees");
    }
}
