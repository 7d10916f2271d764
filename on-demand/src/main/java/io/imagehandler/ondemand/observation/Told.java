package io.imagehandler.ondemand.observation;

import io.imagehandler.ondemand.observation.RequestRecord.Kind;
import io.imagehandler.ondemand.observation.RequestRecord.Phase;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that a [RequestRecord] holds, at its end. Text is empty where nothing is known.
///
/// @param phases in nanoseconds; only those that there were
/// @param time from the first to the last that the service had to do with it
/// @param cause what it failed with, if that is more than the answer says
record Told(
        String requestId,
        Kind kind,
        String key,
        String asked,
        String tag,
        String code,
        String engine,
        Formats formats,
        Numbers numbers,
        Map<Phase, Long> phases,
        Duration time,
        @Nullable Throwable cause) {

    /// @param source of the original
    /// @param made of the answer
    record Formats(String source, String made) {}

    /// @param bytesIn of the original; 0 if it was not read
    /// @param pixels of the original; 0 if it was not inspected
    /// @param attempts how often it was rendered for this request
    /// @param joined whether another request rendered it
    record Numbers(long bytesIn, long pixels, int attempts, boolean joined) {}
}
