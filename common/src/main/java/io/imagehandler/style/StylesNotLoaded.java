package io.imagehandler.style;

/// No styles were read since the start, or not for too long, so nobody can say which there are.
/// Transient.
public final class StylesNotLoaded extends RuntimeException {

    public StylesNotLoaded() {
        super("no styles were loaded yet, or too long ago");
    }
}
