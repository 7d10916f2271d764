package io.imagehandler.worker;

import io.imagehandler.config.EngineChoice;
import io.imagehandler.config.ExtraFormat;
import io.imagehandler.config.ImageSettings;
import io.imagehandler.config.LimitSettings;
import io.imagehandler.config.RenderSettings;
import io.imagehandler.config.WrongSetting;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What the worker can be told from outside. A value out of range, or a name that is not here,
/// stops it at the start.
///
/// @param originalsBucket see [ImageSettings]; must be set, as must the next three
/// @param derivedBucket see [ImageSettings]
/// @param styleTable see [ImageSettings]
/// @param attemptTable see [ImageSettings]
/// @param styleRefresh see [ImageSettings]
/// @param styleMaxAge see [ImageSettings]
/// @param engine see [ImageSettings]
/// @param libvips see [ImageSettings]
/// @param extraFormats see [ImageSettings]
/// @param limits see [ImageSettings]
/// @param memoryBudget what all renderings may hold together; 0: what this process can spare
/// @param uploadQueue the name or URL of the queue that the originals' bucket notifies; must be set
/// @param deadLetterQueue the name or URL of the queue for what cannot be worked on; must be set
/// @param backfillQueue the name or URL of the queue of what is to be looked at again, because a
///   style was changed or something is missing; blank: no backfill is possible
/// @param slots how many uploads are worked on at a time, 0 to 64; 0: one for each processor
/// @param visibility how long a message stays hidden that a worker has received and gives no more
///   signs of life for, 10 s to 1 hour: renewed three times in that time
/// @param manifest whether a file beside the renditions tells of them, with sizes and URLs
/// @param invalidation see [InvalidationSettings]
/// @param events see [EventSettings]
@ConfigurationProperties(prefix = "image-handler", ignoreUnknownFields = false)
record WorkerSettings(
        @DefaultValue("") String originalsBucket,
        @DefaultValue("") String derivedBucket,
        @DefaultValue("") String styleTable,
        @DefaultValue("") String attemptTable,
        @DefaultValue("5s") Duration styleRefresh,
        @DefaultValue("10m") Duration styleMaxAge,
        @DefaultValue("auto") EngineChoice engine,
        @DefaultValue("") String libvips,
        @DefaultValue Set<ExtraFormat> extraFormats,
        @DefaultValue LimitSettings limits,
        @DefaultValue("0") DataSize memoryBudget,
        @DefaultValue("") String uploadQueue,
        @DefaultValue("") String deadLetterQueue,
        @DefaultValue("") String backfillQueue,
        @DefaultValue("0") int slots,
        @DefaultValue("2m") Duration visibility,
        @DefaultValue("true") boolean manifest,
        @DefaultValue InvalidationSettings invalidation,
        @DefaultValue EventSettings events) {

    private static final int MOST_SLOTS = 64;
    private static final Duration SHORTEST_VISIBILITY = Duration.ofSeconds(10);
    private static final Duration LONGEST_VISIBILITY = Duration.ofHours(1);
    private static final Duration RENDER_TIME = Duration.ofSeconds(10);

    WorkerSettings {
        ImageSettings.requireSet(uploadQueue, "upload-queue");
        ImageSettings.requireSet(deadLetterQueue, "dead-letter-queue");
        if (uploadQueue.equals(deadLetterQueue)) {
            throw new WrongSetting(
                    "image-handler.dead-letter-queue must be another queue than"
                            + " image-handler.upload-queue but both are "
                            + uploadQueue);
        }
        if (backfillQueue.equals(uploadQueue) || backfillQueue.equals(deadLetterQueue)) {
            throw new WrongSetting(
                    "image-handler.backfill-queue must be a queue of its own but is "
                            + backfillQueue);
        }
        if (slots < 0 || slots > MOST_SLOTS) {
            throw new WrongSetting(
                    "image-handler.slots must be between 0 and %d but is %d"
                            .formatted(MOST_SLOTS, slots));
        }
        if (visibility.compareTo(SHORTEST_VISIBILITY) < 0
                || visibility.compareTo(LONGEST_VISIBILITY) > 0) {
            throw new WrongSetting(
                    "image-handler.visibility must be between 10s and 1h but is " + visibility);
        }
        slots = slots == 0 ? Runtime.getRuntime().availableProcessors() : slots;
    }

    ImageSettings images() {
        return new ImageSettings(
                originalsBucket,
                derivedBucket,
                styleTable,
                attemptTable,
                styleRefresh,
                styleMaxAge,
                engine,
                libvips,
                extraFormats,
                limits.limits(),
                new RenderSettings(memoryBudget.toBytes(), limits.renderTime(RENDER_TIME)),
                visibility);
    }
}
