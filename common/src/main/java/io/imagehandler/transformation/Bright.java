package io.imagehandler.transformation;

/// Adds to red, green and blue, clamped to 0 to 255, as Alibaba OSS does; alpha is untouched.
///
/// @param by -100 to 100 of 255, but not 0, which would change nothing
public record Bright(int by) implements Operation {

    public Bright {
        ToneGrammar.requireChange(by, "by");
    }
}
