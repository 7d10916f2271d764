package io.imagehandler.engine.vips;

import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.failure.TooSlow;
import java.time.Duration;

/// What encoders take, by the worst that was measured (8.18, noise and photographs): most hold the
/// whole picture in a form of their own, though libvips hands it to them in strips.
///
/// @param bytes held for each pixel of all frames, the file included
/// @param nanos taken by each pixel of a frame without a chance to stop; 0 if it can be stopped
record EncodingCost(long bytes, long nanos) {

    /// @param alpha whether the picture has alpha, for which some encoders have a second run
    static EncodingCost of(Plan plan, boolean alpha) {
        return switch (plan.encoding()) {
            // The coefficients of the whole picture, because its code tables fit it.
            case Encoding.Jpeg _ -> new EncodingCost(5, 0);
            case Encoding.Png _ -> new EncodingCost(6, 0);
            case Encoding.Gif _ -> new EncodingCost(plan.frames() == 1 ? 12 : 8, 550);
            case Encoding.Webp _ -> new EncodingCost((alpha ? 20 : 8) + webpTokens(plan), 0);
            case Encoding.Avif _ -> new EncodingCost(alpha ? 30 : 20, avifNanos(plan));
        };
    }

    private static int avifNanos(Plan plan) {
        return Encoder.isSmallAvif(plan.size().pixels()) ? 1_500 : 750;
    }

    /// With more effort, what is to be written is kept until its statistics are known.
    private static int webpTokens(Plan plan) {
        return Encoder.isSmallWebp(plan.size().pixels() * plan.frames()) ? 12 : 0;
    }

    /// Of the whole file.
    long bytes(Plan plan) {
        return bytes * plan.size().pixels() * plan.frames();
    }

    /// Lets those encodings begin that end within twice the limit, however many details there are.
    ///
    /// @throws TooSlow otherwise: once begun, nothing would stop them
    static void check(Plan plan, Duration limit) {
        long nanos = of(plan, false).nanos * plan.size().pixels();
        if (nanos > 2 * limit.toNanos()) {
            throw new TooSlow(
                    "a picture of %s takes too long to be written as %s"
                            .formatted(plan.size(), plan.encoding().format().word()));
        }
    }
}
