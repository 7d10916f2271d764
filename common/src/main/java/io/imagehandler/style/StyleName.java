package io.imagehandler.style;

/// The name of a style: 1 to 63 of the ASCII letters, digits, `_`, `-` and `.`.
public record StyleName(String value) {

    /// The longest name, in characters.
    public static final int LONGEST = 63;

    public StyleName {
        if (!isName(value)) {
            throw new IllegalArgumentException(
                    "style name must be 1 to 63 letters, digits, '_', '-' or '.' but is '"
                            + value
                            + "'");
        }
    }

    /// Whether `text` can be the name of a style.
    public static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().allMatch(StyleName::isNameCharacter);
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.';
    }

    @Override
    public String toString() {
        return value;
    }
}
