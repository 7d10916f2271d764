package io.imagehandler.ondemand;

import io.imagehandler.config.EngineChoice;
import io.imagehandler.config.ExtraFormat;
import io.imagehandler.config.ImageSettings;
import io.imagehandler.config.LimitSettings;
import io.imagehandler.config.RenderSettings;
import io.imagehandler.config.WrongSetting;
import io.imagehandler.ondemand.http.CachingSettings;
import io.imagehandler.ondemand.http.CorsSettings;
import io.imagehandler.rendition.convergence.Attempts;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What the on-demand service can be told from outside. A value out of range, or a name that is not
/// here, stops it at the start.
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
/// @param slots how many pictures are rendered at a time, 0 to 64; 0: one for each processor
/// @param deadline how long a request may take before it is given up; more than 0, at most 25 s,
///   which is below what the load balancer and the edge wait
/// @param queueWait how long a request may wait for a place, memory and a slot, together; 0 to
///   `deadline`
/// @param sourceCache what is kept of originals that were just read, of `memoryBudget`, for those
///   who want something else of them; 0: nothing; it goes first where room is needed
/// @param drain how long the service goes on serving after it was told to end, so that every load
///   balancer notices; 0 to 60 s
/// @param caching how long answers may be kept
/// @param cors which web sites' scripts may read answers
/// @param signing who may ask for what
@ConfigurationProperties(prefix = "image-handler", ignoreUnknownFields = false)
record OnDemandSettings(
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
        @DefaultValue("0") int slots,
        @DefaultValue("15s") Duration deadline,
        @DefaultValue("1s") Duration queueWait,
        @DefaultValue("32MB") DataSize sourceCache,
        @DefaultValue("35s") Duration drain,
        @DefaultValue CachingSettings caching,
        @DefaultValue CorsSettings cors,
        @DefaultValue SigningSettings signing) {

    private static final int MOST_SLOTS = 64;
    private static final Duration RENDER_TIME = Duration.ofSeconds(5);
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(60);
    private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(25);

    OnDemandSettings {
        require(
                slots >= 0 && slots <= MOST_SLOTS,
                "slots must be between 0 and " + MOST_SLOTS + " but is " + slots);
        require(
                deadline.isPositive() && deadline.compareTo(LONGEST_DEADLINE) <= 0,
                "deadline must be more than 0 and at most 25s but is " + deadline);
        require(
                !queueWait.isNegative() && queueWait.compareTo(deadline) <= 0,
                "queue-wait must be between 0 and the deadline but is " + queueWait);
        require(!sourceCache.isNegative(), "source-cache must be at least 0 but is " + sourceCache);
        require(
                !drain.isNegative() && drain.compareTo(LONGEST_DRAIN) <= 0,
                "drain must be between 0 and 60s but is " + drain);
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
                Attempts.STALE);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new WrongSetting("image-handler." + otherwise);
        }
    }
}
