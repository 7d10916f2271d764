package io.imagehandler.transformation;

import java.util.Locale;

/// The characters of the language.
final class Ascii {

    private Ascii() {}

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /// Whether a text may hold the character: the printable ones but the space.
    static boolean isVisible(int c) {
        return c >= 0x21 && c <= 0x7E;
    }

    static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
