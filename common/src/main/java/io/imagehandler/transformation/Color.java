package io.imagehandler.transformation;

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

    /// Six upper-case hexadecimal digits, the canonical spelling: `FFFFFF`.
    public String hex() {
        return "%02X%02X%02X".formatted(red, green, blue);
    }
}
