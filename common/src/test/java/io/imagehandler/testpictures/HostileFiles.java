package io.imagehandler.testpictures;

import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.UndecodableImage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/// Files that cost a decoder far more than their size suggests. What is no image at all is in
/// [NotImages].
public final class HostileFiles {

    private static final int GIBIBYTE = 1 << 30;

    private HostileFiles() {}

    /// All of them, and all of [NotImages].
    public static List<HostileFile> all() {
        return Stream.of(pngs(), jpegs(), gifs(), webps(), NotImages.all().stream())
                .flatMap(files -> files)
                .toList();
    }

    /// 57 bytes that make libpng allocate a gigabyte for a chunk that is not there.
    public static HostileFile hugeChunk(String type) {
        var png = new RawPng().header(1, 1, 8, RawPng.GREY).claim(type, GIBIBYTE);
        byte[] bytes = new Octets().all(png.toArray()).zeros(4).u32(0).text("IEND").toArray();
        return undecodable(
                "PNG " + type + " of 1 GiB", new Octets().all(bytes).u32(0xAE426082L).toArray());
    }

    /// A valid progressive JPEG of so many pixels whose 883 scans each cost a pass over them.
    public static byte[] manyScans(int width, int height) {
        return RefinedJpeg.of(width, height);
    }

    /// An animation of so many frames, 21 bytes each.
    public static byte[] manyFrames(int count, int width, int height) {
        var gif = new RawGif().screen(width, height);
        for (int i = 0; i < count; i++) {
            gif.frame(0, 0, width, height);
        }
        return gif.end();
    }

    /// A small PNG with texts that inflate to 16 MB each.
    public static byte[] textBombs(int count) {
        byte[] bomb =
                new Octets().text("Comment\0\0").all(RawPng.deflated(new byte[1 << 24])).toArray();
        var png = new RawPng().header(8, 8, 8, RawPng.GREY);
        for (int i = 0; i < count; i++) {
            png.chunk("zTXt", bomb);
        }
        return png.data().end();
    }

    /// A small PNG with a profile that inflates to so many bytes.
    public static byte[] profileBomb(int inflated) {
        byte[] bomb = new Octets().text("p\0\0").all(RawPng.deflated(new byte[inflated])).toArray();
        return new RawPng().header(8, 8, 8, RawPng.RGB).chunk("iCCP", bomb).data().end();
    }

    private static Stream<HostileFile> pngs() {
        return Stream.concat(
                Stream.of("tEXt", "zTXt", "iTXt", "sPLT", "pCAL", "sCAL", "IDAT", "PLTE", "iCCP")
                        .map(HostileFiles::hugeChunk),
                Stream.of(
                        tooLarge("PNG 98 MP RGBA interlaced", png(9_900, 9_900, 8, 6, 1)),
                        tooLarge("PNG 45 MP RGBA interlaced", png(6_700, 6_700, 8, 6, 1)),
                        tooLarge("PNG 16384 x 16384", png(16_384, 16_384, 8, 0, 0)),
                        tooLarge("PNG 900 MP 1 bit", png(30_000, 30_000, 1, 0, 0)),
                        tooLarge("PNG 65536 x 65536", png(65_536, 65_536, 8, 2, 0)),
                        tooLarge("PNG 2^31 - 1 on a side", png(0x7FFF_FFFF, 0x7FFF_FFFF, 16, 6, 1)),
                        tooLarge("PNG 30001 x 1", png(30_001, 1, 8, 0, 0)),
                        tooLarge("PNG with 1,001 texts", texts(1_001, 1)),
                        tooLarge("PNG with 1.1 MB of text", texts(11, 100_000)),
                        undecodable("PNG without pixels", png(0, 10, 8, 0, 0))));
    }

    private static Stream<HostileFile> jpegs() {
        return Stream.of(
                tooLarge("JPEG 12 MP of 883 scans", manyScans(4_000, 3_000)),
                tooLarge("JPEG 64 MP of 883 scans", manyScans(8_000, 8_000)),
                tooLarge(
                        "JPEG 64 MP progressive", RawJpeg.of(RawJpeg.PROGRESSIVE, 8_000, 8_000, 3)),
                tooLarge("JPEG 64 MP in two scans", inTwoScans(8_000, 8_000)),
                tooLarge("JPEG 65535 x 65535", RawJpeg.of(RawJpeg.BASELINE, 65_535, 65_535, 3)),
                undecodable("JPEG of unknown height", RawJpeg.of(RawJpeg.BASELINE, 100, 0, 3)),
                undecodable("JPEG of two frames", twoFrames()));
    }

    private static Stream<HostileFile> gifs() {
        return Stream.of(
                tooLarge(
                        "GIF 65535 x 65535",
                        new RawGif().screen(65_535, 65_535).frame(0, 0, 1, 1).end()),
                tooLarge(
                        "GIF with a frame far outside",
                        new RawGif().screen(1, 1).frame(65_535, 65_535, 1, 1).end()),
                tooLarge("GIF 45 MP", new RawGif().screen(1, 1).frame(0, 0, 6_700, 6_700).end()),
                undecodable(
                        "GIF without end",
                        new RawGif().screen(1, 1).raw('!', 0xFE, 255, 1, 2).end()));
    }

    private static Stream<HostileFile> webps() {
        return Stream.of(
                tooLarge("WebP 16383 x 16383", webp(16_383, 16_383)),
                tooLarge("WebP 9990 x 9990", webp(9_990, 9_990)),
                tooLarge("WebP canvas of 2^48 pixels", canvas(1 << 24, 1 << 24)),
                tooLarge("WebP canvas 16383 x 16383", canvas(16_383, 16_383)),
                undecodable(
                        "WebP with a frame outside",
                        new RawWebp()
                                .canvas(RawWebp.ANIMATED, 1, 1)
                                .animation()
                                .frame(16_000_000, 0, 1, 1)
                                .end()));
    }

    private static byte[] png(long width, long height, int depth, int colour, int interlace) {
        return new RawPng().header(width, height, depth, colour, interlace).data().end();
    }

    private static byte[] texts(int count, int length) {
        var png = new RawPng().header(1, 1, 8, RawPng.GREY);
        for (int i = 0; i < count; i++) {
            png.chunk("tEXt", new Octets().text("k\0").zeros(length).toArray());
        }
        return png.data().end();
    }

    private static byte[] inTwoScans(int width, int height) {
        return new RawJpeg()
                .table(0, 16)
                .frame(RawJpeg.BASELINE, width, height, 3)
                .scan(1, (byte) 0)
                .scan(2, (byte) 0)
                .end();
    }

    private static byte[] twoFrames() {
        return new RawJpeg()
                .table(0, 16)
                .frame(RawJpeg.BASELINE, 8, 8, 1)
                .frame(RawJpeg.BASELINE, 8_000, 8_000, 1)
                .scan(1, (byte) 0)
                .end();
    }

    /// 256 bytes, the rest of them zero.
    private static byte[] webp(int width, int height) {
        byte[] picture = RawWebp.lossless(width, height, false);
        byte[] padded = new Octets().all(picture).zeros(236 - picture.length).toArray();
        return new RawWebp().chunk("VP8L", padded).end();
    }

    private static byte[] canvas(int width, int height) {
        return new RawWebp()
                .canvas(RawWebp.ANIMATED, width, height)
                .animation()
                .frame(0, 0, 1, 1)
                .end();
    }

    private static HostileFile tooLarge(String name, byte[] bytes) {
        return new HostileFile(name, ByteBuffer.wrap(bytes), ImageTooLarge.class);
    }

    private static HostileFile undecodable(String name, byte[] bytes) {
        return new HostileFile(name, ByteBuffer.wrap(bytes), UndecodableImage.class);
    }
}
