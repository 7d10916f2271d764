package io.imagehandler.transformation;

/// Cuts a window out; it is clamped at the right and the lower edge.
///
/// @param width 0 to [#MAX_LENGTH]; 0, or more than the picture has, is the picture's width
/// @param height 0 to [#MAX_LENGTH]; 0, or more than the picture has, is the picture's height
/// @param x how far to the right of where `gravity` puts it the window lies, 0 to [#MAX_LENGTH]
/// @param y how far below where `gravity` puts it the window lies, 0 to [#MAX_LENGTH]
/// @param gravity where in the picture the window lies
public record Crop(int width, int height, int x, int y, Gravity gravity)
        implements Operation, MarkOperation {

    /// The longest length that can be asked for, in pixels.
    public static final int MAX_LENGTH = 30_000;

    public Crop {
        CropGrammar.LENGTH.require(width, "width");
        CropGrammar.LENGTH.require(height, "height");
        CropGrammar.LENGTH.require(x, "x");
        CropGrammar.LENGTH.require(y, "y");
        if ((width | height | x | y) == 0) {
            throw new IllegalArgumentException(
                    "one of width, height, x and y must be more than 0 but all are 0");
        }
    }
}
