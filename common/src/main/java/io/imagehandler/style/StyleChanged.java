package io.imagehandler.style;

/// A style was changed by somebody else between being looked at and being written.
public final class StyleChanged extends RuntimeException {

    public StyleChanged(StyleName name) {
        super("the style '" + name + "' was changed meanwhile", null, false, false);
    }
}
