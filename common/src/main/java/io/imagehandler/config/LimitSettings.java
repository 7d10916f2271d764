package io.imagehandler.config;

import io.imagehandler.engine.ImageLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The most that an original, and what is made of it, may ask of us; but for the time only ever
/// lower than the defaults.
///
/// @param bytes the encoded file; at least 1 byte
/// @param side the longer side, in pixels; at least 1
/// @param pixels width x height of one frame; at least 1
/// @param frames the frames of an animation that are kept; at least 1
/// @param animationPixels width x height x frames of an animation that is kept; at least 1
/// @param decodeMemory the estimate of what rendering takes besides the file; at least 1 byte
/// @param renderTime how long rendering may take; more than 0, at most 60 s; unset: as long as is
///   usual for the service
public record LimitSettings(
        @DefaultValue("50000000B") DataSize bytes,
        @DefaultValue("30000") int side,
        @DefaultValue("100000000") long pixels,
        @DefaultValue("200") int frames,
        @DefaultValue("50000000") long animationPixels,
        @DefaultValue("256MB") DataSize decodeMemory,
        @Nullable Duration renderTime) {

    public LimitSettings {
        within(bytes.toBytes(), ImageLimits.DEFAULT.bytes(), "bytes");
        within(side, ImageLimits.DEFAULT.side(), "side");
        within(pixels, ImageLimits.DEFAULT.pixels(), "pixels");
        within(frames, ImageLimits.DEFAULT.frames(), "frames");
        within(animationPixels, ImageLimits.DEFAULT.animationPixels(), "animation-pixels");
        within(decodeMemory.toBytes(), ImageLimits.DEFAULT.decodeMemory(), "decode-memory");
    }

    /// The same as a value of the domain.
    public ImageLimits limits() {
        return new ImageLimits(
                bytes.toBytes(), side, pixels, frames, animationPixels, decodeMemory.toBytes());
    }

    /// How long rendering may take.
    ///
    /// @param usual where nothing is set
    public Duration renderTime(Duration usual) {
        return renderTime == null ? usual : renderTime;
    }

    private static void within(long value, long most, String name) {
        if (value < 1 || value > most) {
            throw new WrongSetting(
                    "image-handler.limits.%s must be between 1 and %d but is %d"
                            .formatted(name, most, value));
        }
    }
}
