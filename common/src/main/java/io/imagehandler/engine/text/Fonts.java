package io.imagehandler.engine.text;

/// What there is on this machine to set text with.
sealed interface Fonts {

    /// Fonts were found and work.
    record Found(Typefaces typefaces) implements Fonts {}

    /// There is nothing to set text with.
    ///
    /// @param reason what is missing and how to mend it, for whoever runs the service
    record Missing(String reason) implements Fonts {}
}
