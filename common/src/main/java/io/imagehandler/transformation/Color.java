package io.imagehandler.transformation;

import java.util.HexFormat;
import java.util.Optional;

/// An opaque sRGB colour, 0 to 255 a channel.
public record Color(int red, int green, int blue) {

    public static final Color WHITE = new Color(255, 255, 255);
    public static final Color BLACK = new Color(0, 0, 0);

    public Color {
        if (((red | green | blue) & ~0xFF) != 0) {
            throw new IllegalArgumentException(
                    "channels must be between 0 and 255 but are "
                            + red
                            + ", "
                            + green
                            + ", "
                            + blue);
        }
    }

    /// The colour of three or six hexadecimal digits in any case; three are doubled each. Nothing
    /// for any other text.
    static Optional<Color> parse(String digits) {
        if (!digits.chars().allMatch(HexFormat::isHexDigit)) {
            return Optional.empty();
        }
        return switch (digits.length()) {
            case 3 -> Optional.of(ofRgb(doubled(HexFormat.fromHexDigits(digits))));
            case 6 -> Optional.of(ofRgb(HexFormat.fromHexDigits(digits)));
            default -> Optional.empty();
        };
    }

    /// The colour of six hexadecimal digits, as [#hex] spells it.
    ///
    /// @throws IllegalArgumentException if `digits` are something else
    public static Color ofHex(String digits) {
        return parse(digits)
                .filter(_ -> digits.length() == 6)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "digits must be six and hexadecimal but are " + digits));
    }

    private static Color ofRgb(int rgb) {
        return new Color(rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF);
    }

    private static int doubled(int rgb) {
        return 0x11 * (((rgb & 0xF00) << 8) | ((rgb & 0xF0) << 4) | (rgb & 0xF));
    }

    /// Six upper-case hexadecimal digits, the canonical spelling: `FFFFFF`.
    public String hex() {
        return "%02X%02X%02X".formatted(red, green, blue);
    }
}
