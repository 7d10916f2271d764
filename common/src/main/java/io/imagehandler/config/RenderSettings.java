package io.imagehandler.config;

import java.time.Duration;

/// What all renderings together, and each of them, may take.
///
/// @param memory what all renderings together may hold, in bytes; 0: what this process can spare,
///   see [MemoryConfiguration]
/// @param time how long one rendering may take; more than 0, at most [#LONGEST]
public record RenderSettings(long memory, Duration time) {

    /// Longer than that, nobody waits and no worker is left without a sign of life.
    static final Duration LONGEST = Duration.ofSeconds(60);

    public RenderSettings {
        if (memory < 0) {
            throw new WrongSetting(
                    "image-handler.memory-budget must be at least 0 but is " + memory + "B");
        }
        if (!time.isPositive() || time.compareTo(LONGEST) > 0) {
            throw new WrongSetting(
                    "image-handler.limits.render-time must be more than 0 and at most 60s but is "
                            + time);
        }
    }
}
