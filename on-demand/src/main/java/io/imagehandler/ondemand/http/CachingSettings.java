package io.imagehandler.ondemand.http;

import io.imagehandler.config.WrongSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long answers may be kept: by browsers and, where a setting says so, by caches that many
/// share, such as the edge. Each from 0 to 365 days, in whole seconds. What is our fault, or a
/// matter of the moment, is never kept.
///
/// @param renditions pictures that were made, by browsers
/// @param sharedRenditions the same by shared caches; short, since the next one to ask there finds
///   the stored picture
/// @param originals what is sent as it is stored, by anybody
/// @param answers what is said about an original, by browsers
/// @param sharedAnswers the same by shared caches
/// @param invalid that a request is not of the language, or its method is not allowed
/// @param absent that there is no such original or style
/// @param unusable that the original is too large, damaged, or no picture
public record CachingSettings(
        @DefaultValue("1d") Duration renditions,
        @DefaultValue("60s") Duration sharedRenditions,
        @DefaultValue("1d") Duration originals,
        @DefaultValue("1d") Duration answers,
        @DefaultValue("60s") Duration sharedAnswers,
        @DefaultValue("60s") Duration invalid,
        @DefaultValue("30s") Duration absent,
        @DefaultValue("60s") Duration unusable) {

    private static final Duration LONGEST = Duration.ofDays(365);

    public CachingSettings {
        within(renditions, "renditions");
        within(sharedRenditions, "shared-renditions");
        within(originals, "originals");
        within(answers, "answers");
        within(sharedAnswers, "shared-answers");
        within(invalid, "invalid");
        within(absent, "absent");
        within(unusable, "unusable");
    }

    private static void within(Duration value, String name) {
        boolean inSeconds = value.equals(Duration.ofSeconds(value.toSeconds()));
        if (value.isNegative() || value.compareTo(LONGEST) > 0 || !inSeconds) {
            throw new WrongSetting(
                    "image-handler.caching.%s must be between 0 and 365d, in seconds, but is %s"
                            .formatted(name, value));
        }
    }
}
