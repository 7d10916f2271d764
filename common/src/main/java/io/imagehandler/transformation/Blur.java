package io.imagehandler.transformation;

/// Blurs with a Gaussian that is cut off.
///
/// @param radius how far from its centre the Gaussian reaches, 1 to 50 pixels
/// @param strength 1 to 50, see [#deviation]
public record Blur(int radius, int strength) implements Operation {

    public Blur {
        BlurGrammar.RANGE.require(radius, "radius");
        BlurGrammar.RANGE.require(strength, "strength");
    }

    /// The Gaussian's standard deviation in pixels, 1.1 to 44.6: a parabola fitted to what Alibaba
    /// OSS answers, by the original ECS Image Handler.
    public double deviation() {
        return -0.0057 * strength * strength + 1.1787 * strength - 0.0694;
    }
}
