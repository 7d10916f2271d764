package io.imagehandler.worker;

import io.imagehandler.config.WrongSetting;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What caches are told of, under `image-handler.invalidation`.
///
/// @param distribution the id of the CloudFront distribution that forgets what was replaced or
///   removed; empty: none does
/// @param delay how long paths are collected before they are sent; 0 to 60 s
record InvalidationSettings(
        @DefaultValue("") String distribution, @DefaultValue("10s") Duration delay) {

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
    private static final Pattern ID = Pattern.compile("[A-Z0-9]*");

    InvalidationSettings {
        if (!ID.matcher(distribution).matches()) {
            throw new WrongSetting(
                    "image-handler.invalidation.distribution must be an id of capitals and digits"
                            + " but is "
                            + distribution);
        }
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new WrongSetting(
                    "image-handler.invalidation.delay must be between 0s and 60s but is " + delay);
        }
    }

    boolean isOn() {
        return !distribution.isEmpty();
    }
}
