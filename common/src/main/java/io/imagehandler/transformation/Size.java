package io.imagehandler.transformation;

/// The size of a picture, or of one frame of an animation, in pixels; both sides at least 1.
public record Size(int width, int height) {

    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "sides must be at least 1 but are " + width + "x" + height);
        }
    }

    /// The number of pixels.
    public long pixels() {
        return (long) width * height;
    }

    /// The same size lying on its side.
    public Size turned() {
        return new Size(/* width= */ height, /* height= */ width);
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
