package io.imagehandler.transformation;

/// The request language: from a text to the one transformation that it means, and back to the one
/// text that names it.
public final class TransformationGrammar {

    private TransformationGrammar() {}

    /// What a text of `image/...` means. Linear in the text's length.
    ///
    /// @param text decoded, at most 2,048 bytes
    /// @throws io.imagehandler.failure.InvalidArgument naming the parameter, the token and what is
    ///   allowed
    @SuppressWarnings("DoNotCallSuggester")
    public static Transformation parse(String text) {
        throw new IllegalStateException("not here yet: " + text);
    }

    /// The canonical form: `canonical(parse(canonical(x)))` is `canonical(x)`, and transformations
    /// that mean the same have the same.
    @SuppressWarnings("DoNotCallSuggester")
    public static String canonical(Transformation transformation) {
        throw new IllegalStateException("not here yet: " + transformation);
    }
}
