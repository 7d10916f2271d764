package io.imagehandler.engine.plan;

/// A step that changes pixels where they are: the size stays. Of an animation, every frame alike.
public sealed interface Effect extends Step {

    /// A Gaussian that is cut off `radius` pixels from its centre and renormalised; pixels beyond
    /// the edge repeat it; alpha is premultiplied meanwhile.
    ///
    /// @param sigma the standard deviation in pixels, more than 0
    /// @param radius in pixels, at least 1
    record Blur(double sigma, int radius) implements Effect {}

    /// Adds `by` (-255 to 255) to red, green and blue, clamped to 0 to 255; alpha is untouched.
    record Brighten(int by) implements Effect {}

    /// Multiplies red, green and blue by `factor` (at least 0), rounded and clamped to 0 to 255;
    /// alpha is untouched.
    record Contrast(double factor) implements Effect {}

    /// An unsharp mask on lightness (CIELAB L), with a slope of 0.5 in flat and 1 in jagged areas.
    ///
    /// @param sigma of the mask in pixels, more than 0
    record Sharpen(double sigma) implements Effect {}

    /// Luminance in linear light, back in sRGB: 0.2126 R + 0.7152 G + 0.0722 B; alpha is untouched.
    record Grey() implements Effect {}

    /// Makes what lies outside the quarter circles in the corners transparent, anti-aliased;
    /// existing alpha is multiplied.
    ///
    /// @param radius in pixels, 1 to half the short side
    record RoundCorners(int radius) implements Effect {}
}
