package io.imagehandler.config;

import io.imagehandler.engine.ImageLimits;
import java.time.Duration;
import java.util.Set;

/// What both services can be told from outside, under the prefix `image-handler`. A value out of
/// range stops the start; nothing is corrected silently.
///
/// @param originalsBucket where pictures are uploaded
/// @param derivedBucket where renditions are stored; another one than the originals'
/// @param styleTable the DynamoDB table of the styles
/// @param attemptTable the DynamoDB table of what was tried with each original
/// @param styleRefresh the time between two readings of that table; 100 ms to 10 minutes
/// @param styleMaxAge how long styles are served that cannot be read anew; `styleRefresh` to 7 days
/// @param engine which engine serves
/// @param libvips the path of libvips' file; blank: where it usually is
/// @param extraFormats what is read beside JPEG, PNG, GIF and WebP; one that the engine of this
///   machine cannot read is named in the log and left out
/// @param limits the most that an original may ask
/// @param rendering what renderings may take
/// @param visibility how long a worker of which nothing is heard is still taken to be at work
public record ImageSettings(
        String originalsBucket,
        String derivedBucket,
        String styleTable,
        String attemptTable,
        Duration styleRefresh,
        Duration styleMaxAge,
        EngineChoice engine,
        String libvips,
        Set<ExtraFormat> extraFormats,
        ImageLimits limits,
        RenderSettings rendering,
        Duration visibility) {

    private static final Duration SHORTEST_REFRESH = Duration.ofMillis(100);
    private static final Duration LONGEST_REFRESH = Duration.ofMinutes(10);
    private static final Duration LONGEST_AGE = Duration.ofDays(7);

    public ImageSettings {
        extraFormats = Set.copyOf(extraFormats);
        requireSet(originalsBucket, "originals-bucket");
        requireSet(derivedBucket, "derived-bucket");
        requireSet(styleTable, "style-table");
        requireSet(attemptTable, "attempt-table");
        require(
                !styleTable.equals(attemptTable),
                "image-handler.attempt-table must be another table than image-handler.style-table"
                        + " but both are "
                        + attemptTable);
        require(
                !originalsBucket.equals(derivedBucket),
                "image-handler.derived-bucket must be another bucket than"
                        + " image-handler.originals-bucket but both are "
                        + derivedBucket);
        require(
                styleRefresh.compareTo(SHORTEST_REFRESH) >= 0
                        && styleRefresh.compareTo(LONGEST_REFRESH) <= 0,
                "image-handler.style-refresh must be between 100ms and 10m but is " + styleRefresh);
        require(
                styleMaxAge.compareTo(styleRefresh) >= 0 && styleMaxAge.compareTo(LONGEST_AGE) <= 0,
                "image-handler.style-max-age must be between image-handler.style-refresh and 7d"
                        + " but is "
                        + styleMaxAge);
    }

    /// @param name of a setting, without the prefix
    /// @throws WrongSetting if the value is blank
    public static void requireSet(String value, String name) {
        require(!value.isBlank(), "image-handler." + name + " must be set");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new WrongSetting(otherwise);
        }
    }
}
