package io.imagehandler.testpictures;

/// A WebP put together chunk by chunk, so that each of them can be wrong.
public final class RawWebp {

    public static final int ANIMATED = 0x02;
    public static final int ALPHA = 0x10;

    private final Octets chunks = new Octets().text("WEBP");

    public RawWebp chunk(String type, byte... data) {
        append(chunks, type, data);
        return this;
    }

    /// The header of an extended file.
    public RawWebp canvas(int flags, int width, int height) {
        var data = new Octets().u8(flags, 0, 0, 0).le24(width - 1).le24(height - 1);
        return chunk("VP8X", data.toArray());
    }

    public RawWebp animation() {
        return chunk("ANIM", new byte[6]);
    }

    /// A frame of an animation, at even offsets, that holds a lossless picture.
    public RawWebp frame(int left, int top, int width, int height) {
        return frame(left, top, width, height, "VP8L", lossless(width, height, true));
    }

    public RawWebp frame(int left, int top, int width, int height, String type, byte... picture) {
        var data = new Octets().le24(left / 2).le24(top / 2).le24(width - 1).le24(height - 1);
        append(data.le24(100).u8(0), type, picture);
        return chunk("ANMF", data.toArray());
    }

    public byte[] end() {
        var body = chunks.toArray();
        return new Octets().text("RIFF").le32(body.length).all(body).toArray();
    }

    /// A lossless picture of one colour; the codes of its pixels take no bits.
    public static byte[] lossless(int width, int height, boolean alpha) {
        return new Octets()
                .u8(0x2F)
                .le32((width - 1) | (height - 1) << 14 | (alpha ? 1 << 28 : 0))
                .u8(0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0xFE, 0x07, 0)
                .toArray();
    }

    /// A lossy picture, whole if it is 1 x 1.
    public static byte[] lossy(int width, int height) {
        return new Octets()
                .u8(0x30, 0x01, 0, 0x9D, 0x01, 0x2A)
                .le16(width)
                .le16(height)
                .u8(0x0E, 0xC0, 0xFE, 0x25, 0xA4, 0, 0x03, 0x70, 0, 0, 0, 0)
                .toArray();
    }

    private static void append(Octets to, String type, byte... data) {
        to.text(type).le32(data.length).all(data).zeros(data.length & 1);
    }
}
