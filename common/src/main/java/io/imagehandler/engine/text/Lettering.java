package io.imagehandler.engine.text;

import io.imagehandler.transformation.Color;

/// A line of text as it shall look.
///
/// @param text 1 to 64 characters (code points), none of them a control character; plain text
/// @param typeface which typeface; characters that it lacks come from another one
/// @param size the em size in pixels, 1 to 1000
/// @param color of the text
/// @param shadow the opacity in percent, 0 to 100, of a copy behind the text,
///   [SetLine#SHADOW_OFFSET] pixels to the right and down; 0 is none
/// @param halo the colour of that copy
public record Lettering(
        String text, Typeface typeface, int size, Color color, int shadow, Color halo) {

    /// The most characters of a line.
    public static final int LONGEST = 64;

    public Lettering {
        between(1, LONGEST, text.codePointCount(0, text.length()), "characters");
        between(1, 1000, size, "size");
        between(0, 100, shadow, "shadow");
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("text must be without control characters");
        }
    }

    private static void between(int least, int most, int value, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s must be between %d and %d but is %d".formatted(name, least, most, value));
        }
    }
}
