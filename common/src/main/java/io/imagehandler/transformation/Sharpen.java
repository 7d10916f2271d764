package io.imagehandler.transformation;

/// An unsharp mask on lightness (CIELAB L), with a slope of 0.5 in flat areas and 1 in jagged ones:
/// what the sharpening of libvips is by these settings, as in the original ECS Image Handler.
///
/// @param amount 50 to 399, a hundred times the mask's standard deviation in pixels
public record Sharpen(int amount) implements Operation {

    public Sharpen {
        ToneGrammar.AMOUNT.require(amount, "amount");
    }

    /// The mask's standard deviation in pixels, 0.5 to 3.99.
    public double deviation() {
        return amount / 100.0;
    }
}
