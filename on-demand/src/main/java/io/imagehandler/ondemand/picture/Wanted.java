package io.imagehandler.ondemand.picture;

import java.time.Duration;

/// What a request is after, and for how long anybody may keep the answer.
///
/// @param target what it is after
/// @param keepable the longest that the answer may be kept: what is left of the signature's time,
///   or longer than anybody keeps anything where none is needed
public record Wanted(Target target, Duration keepable) {

    /// Longer than any setting allows.
    static final Duration UNBOUNDED = Duration.ofDays(36_500);
}
