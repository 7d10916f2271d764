package io.imagehandler.transformation;

/// The text of a watermark, one line, never read as markup.
///
/// @param text 1 to [#LONGEST] characters (code points), none of them a control character
/// @param font which font
/// @param size the em size, 1 to 1,000 pixels
/// @param color of the text
/// @param shadow the opacity in percent, 0 to 100, of a copy behind the text; 0 is none
/// @param halo the copy's colour; black if there is none
public record MarkText(String text, FontName font, int size, Color color, int shadow, Color halo) {

    /// The most characters of a text.
    public static final int LONGEST = 64;

    public MarkText {
        if (!isText(text)) {
            throw new IllegalArgumentException(
                    "text must be 1 to " + LONGEST + " characters without control characters");
        }
        MarkTextGrammar.SIZE.require(size, "size");
        MarkTextGrammar.SHADOW.require(shadow, "shadow");
        halo = shadow == 0 ? Color.BLACK : halo;
    }

    static boolean isText(String text) {
        int characters = text.codePointCount(0, text.length());
        return characters >= 1
                && characters <= LONGEST
                && text.chars().noneMatch(Character::isISOControl);
    }
}
