package io.imagehandler.transformation;

/// Turns the picture clockwise; the new area becomes opaque white.
///
/// @param degrees 1 to 359
public record Rotate(int degrees) implements Operation {

    public Rotate {
        if (degrees < 1 || degrees > 359) {
            throw new IllegalArgumentException(
                    "degrees must be between 1 and 359 but is " + degrees);
        }
    }
}
