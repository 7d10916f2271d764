package io.imagehandler.engine.vips;

import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.transformation.Size;

/// Writes pictures as files without any metadata.
final class Encoder {

    /// Of `VipsForeignSubsample`: colours at half the resolution, at any quality.
    private static final int HALF_COLORS = 1;

    /// Over many pictures, effort 2 writes files 8 % larger than the usual 4 at equal similarity
    /// for 3/8 of the time. Encoding is three quarters of what an eager rendition costs.
    private static final int WEBP_EFFORT = 2;

    /// In pixels of all frames. Of so small pictures effort 2 writes files 10 to 14 % larger than
    /// the usual 4 at equal similarity, and saves 11 ms at most.
    private static final long SMALL_WEBP = 250_000;

    private static final int SMALL_WEBP_EFFORT = 4;

    /// Takes a tenth of what the usual 4 takes at 800 x 600; at 4, one picture of 12 megapixels
    /// takes minutes, which nothing can stop.
    private static final int AVIF_EFFORT = 2;

    /// In pixels. Of so small pictures effort 2 writes files 42 % larger than the usual 4 at equal
    /// similarity, and effort 3 13 %, for two thirds more time.
    private static final long SMALL_AVIF = 250_000;

    private static final int SMALL_AVIF_EFFORT = 3;

    /// In pixels.
    private static final long LARGE_GIF_FRAME = 250_000;

    private static final int LARGE_GIF_EFFORT = 3;

    /// Of `VipsForeignHeifCompression`.
    private static final int AV1 = 4;

    private static final double[] WHITE = {255, 255, 255};

    private Encoder() {}

    /// @param frames in sRGB of 8 bits
    /// @throws VipsFailure if they cannot be made or written
    static byte[] encode(Frames frames, Encoding encoding) {
        Picture picture = frames.strip().bare();
        return switch (encoding) {
            case Encoding.Jpeg(int quality, boolean progressive) ->
                    save(onWhite(picture), "jpegsave_buffer")
                            .set("Q", quality)
                            .set("interlace", progressive)
                            .set("optimize_coding", true)
                            .set("subsample_mode", HALF_COLORS)
                            .bytes();
            case Encoding.Png() -> save(picture, "pngsave_buffer").bytes();
            case Encoding.Gif() -> gif(picture, frames.size()).bytes();
            case Encoding.Webp(int quality) ->
                    BareWebp.of(
                            save(picture, "webpsave_buffer")
                                    .set("Q", quality)
                                    .set("effort", webpEffort(frames))
                                    .bytes());
            case Encoding.Avif(int quality) ->
                    save(picture, "heifsave_buffer")
                            .set("compression", AV1)
                            .set("Q", quality)
                            .set("effort", avifEffort(frames))
                            .set("bitdepth", 8)
                            .bytes();
        };
    }

    /// Choosing the colours of noise takes 3.6 µs a pixel, which nothing can stop within a frame;
    /// with less effort 0.5 µs, for files of about the same size.
    ///
    /// With `reuse` the palette of the source stays, where there is one: 3 times as fast. Older
    /// libvips runs equal frames together; only their time is kept then.
    private static Call gif(Picture picture, Size frame) {
        Call call = save(picture, "gifsave_buffer").set("reuse", true);
        if (frame.pixels() > LARGE_GIF_FRAME) {
            call = call.set("effort", LARGE_GIF_EFFORT);
        }
        return picture.session().vips().isAtLeast(8, 17)
                ? call.set("keep_duplicate_frames", true)
                : call;
    }

    private static int webpEffort(Frames frames) {
        boolean small = isSmallWebp(frames.size().pixels() * frames.count());
        return small ? SMALL_WEBP_EFFORT : WEBP_EFFORT;
    }

    /// Whether a WebP file of so many pixels in all frames is worth more effort.
    static boolean isSmallWebp(long pixels) {
        return pixels <= SMALL_WEBP;
    }

    private static int avifEffort(Frames frames) {
        return isSmallAvif(frames.size().pixels()) ? SMALL_AVIF_EFFORT : AVIF_EFFORT;
    }

    /// Whether an AVIF file of so many pixels is worth more effort.
    static boolean isSmallAvif(long pixels) {
        return pixels <= SMALL_AVIF;
    }

    static Call save(Picture picture, String saver) {
        Call call = picture.call(saver);
        // Since 8.15; before, and for as long as they keep it, `strip` says the same.
        return picture.session().vips().isAtLeast(8, 15)
                ? call.set("keep", 0)
                : call.set("strip", true);
    }

    private static Picture onWhite(Picture picture) {
        return picture.alpha()
                ? picture.call("flatten").set("background", WHITE).picture()
                : picture;
    }
}
