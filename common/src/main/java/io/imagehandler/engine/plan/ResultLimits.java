package io.imagehandler.engine.plan;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.transformation.Size;

/// How far a picture may be enlarged. A result with no more pixels than its input always passes.
///
/// @param side the longer side, 1 to [#MAX_SIDE] pixels
/// @param pixels width x height, 1 to [#MAX_PIXELS]
public record ResultLimits(int side, long pixels) {

    /// The language's ceiling of `side`.
    public static final int MAX_SIDE = 16_384;

    /// The language's ceiling of `pixels`.
    public static final long MAX_PIXELS = 16_777_216;

    /// What we ship.
    public static final ResultLimits DEFAULT = new ResultLimits(4_096, MAX_PIXELS);

    public ResultLimits {
        if (side < 1 || side > MAX_SIDE) {
            throw new IllegalArgumentException(
                    "side must be between 1 and " + MAX_SIDE + " but is " + side);
        }
        if (pixels < 1 || pixels > MAX_PIXELS) {
            throw new IllegalArgumentException(
                    "pixels must be between 1 and " + MAX_PIXELS + " but is " + pixels);
        }
    }

    /// @param action what makes `result` of `input`
    /// @throws InvalidArgument if `result` is larger than `input` and than the limits
    void allow(String action, Size input, Size result) {
        boolean tooLarge =
                Math.max(result.width(), result.height()) > side || result.pixels() > pixels;
        if (tooLarge && result.pixels() > input.pixels()) {
            String allowed = side + " per side and " + pixels + " pixels";
            throw new InvalidArgument(action, result.toString(), allowed, "is too large a result");
        }
    }
}
