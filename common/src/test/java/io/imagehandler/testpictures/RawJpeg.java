package io.imagehandler.testpictures;

/// A JPEG put together segment by segment, so that each of them can be wrong.
public final class RawJpeg {

    public static final int BASELINE = 0xC0;
    public static final int PROGRESSIVE = 0xC2;

    private final Octets file = new Octets().u8(0xFF, 0xD8);

    public RawJpeg segment(int marker, byte... payload) {
        file.u8(0xFF, marker).u16(payload.length + 2).all(payload);
        return this;
    }

    /// A flat quantization table.
    public RawJpeg table(int number, int value) {
        var table = new Octets().u8(number);
        for (int i = 0; i < 64; i++) {
            table.u8(value);
        }
        return segment(0xDB, table.toArray());
    }

    /// Components numbered from 1, not subsampled, all with quantization table 0.
    public RawJpeg frame(int marker, int width, int height, int components) {
        return frame(marker, width, height, components, 8);
    }

    public RawJpeg frame(int marker, int width, int height, int components, int depth) {
        var header = new Octets().u8(depth).u16(height).u16(width).u8(components);
        for (int component = 1; component <= components; component++) {
            header.u8(component, 0x11, 0);
        }
        return segment(marker, header.toArray());
    }

    /// A baseline scan of the first so many components.
    public RawJpeg scan(int components, byte... entropy) {
        var header = new Octets().u8(components);
        for (int component = 1; component <= components; component++) {
            header.u8(component, 0);
        }
        segment(0xDA, header.u8(0, 63, 0).toArray());
        file.all(entropy);
        return this;
    }

    public RawJpeg raw(byte... bytes) {
        file.all(bytes);
        return this;
    }

    public byte[] end() {
        return file.u8(0xFF, 0xD9).toArray();
    }

    /// A whole file in one scan, its entropy-coded data a token.
    public static byte[] of(int marker, int width, int height, int components) {
        return new RawJpeg()
                .table(0, 16)
                .frame(marker, width, height, components)
                .scan(components, (byte) 0, (byte) 0xFF, (byte) 0, (byte) 1)
                .end();
    }
}
