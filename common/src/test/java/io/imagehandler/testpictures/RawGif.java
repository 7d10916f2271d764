package io.imagehandler.testpictures;

/// A GIF put together block by block, so that each of them can be wrong.
public final class RawGif {

    private final Octets file = new Octets().text("GIF89a");

    /// With a palette of black and white.
    public RawGif screen(int width, int height) {
        file.le16(width).le16(height).u8(0x80, 0, 0, 0, 0, 0, 255, 255, 255);
        return this;
    }

    public RawGif control(boolean transparent) {
        file.u8('!', 0xF9, 4, transparent ? 1 : 0, 10, 0, 0, 0);
        return this;
    }

    public RawGif comment(String text) {
        file.u8('!', 0xFE, text.length()).text(text).u8(0);
        return this;
    }

    /// A frame with the data of a single black pixel.
    public RawGif frame(int left, int top, int width, int height) {
        file.u8(',').le16(left).le16(top).le16(width).le16(height).u8(0);
        return raw(2, 2, 0x44, 0x01, 0);
    }

    public RawGif raw(int... bytes) {
        file.u8(bytes);
        return this;
    }

    public byte[] end() {
        return file.text(";").toArray();
    }
}
