package io.imagehandler.transformation;

/// Multiplies red, green and blue by [#factor], rounded and clamped to 0 to 255; alpha is
/// untouched.
///
/// @param by -100 to 100, but not 0, which would change nothing
public record Contrast(int by) implements Operation {

    public Contrast {
        ToneGrammar.requireChange(by, "by");
    }

    /// 0.5 to 2. It pivots at black and not at the middle grey, as in the original ECS Image
    /// Handler; Alibaba OSS documents no formula.
    public double factor() {
        return by > 0 ? 1 + by / 100.0 : 1 + by / 200.0;
    }
}
