package io.imagehandler.local.chaos.ondemand;

import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Launch;
import io.imagehandler.local.chaos.Photos;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.load.Load;
import io.imagehandler.local.chaos.proxy.Call;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Many who want the same, or of the same.
@ExtendWith(Rows.class)
class SharingChaos {

    private static final int CLIENTS = 500;
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    @TempDir private Path folder;

    @Test
    @Tag("O3")
    @DisplayName("500 equal misses: 1 GET of the original, 1 decode, 500 equal bodies")
    void makesOnePictureForAllWhoWantIt(Row row) throws IOException, InterruptedException {
        try (var aws = FaultyAws.start(folder);
                var service = OnDemand.start(aws.faulty(), folder)) {
            OnDemand.uploadLarge(aws);
            aws.upload("wanted.jpg", Photos.large());
            service.warmUp(WARM_UP);
            var rendered = service.rendered().orElse(0);
            var requests = service.requests();
            var bodies = ConcurrentHashMap.<ByteBuffer>newKeySet();
            var path = OnDemand.variant("wanted.jpg", 0);

            var shots =
                    Load.together(
                            CLIENTS,
                            _ -> {
                                var answer = service.get(path);
                                bodies.add(answer.body());
                                return answer;
                            });

            service.awaitRequests(requests + CLIENTS);
            row.say(shots + " " + shots.failures());
            row.is("answers of 200", shots.ok().count(), CLIENTS);
            row.is("different bodies", bodies.size(), 1);
            row.is("GETs of the original", gets(aws, "wanted.jpg"), 1L);
            row.is("decodes", service.rendered().orElse(Double.NaN) - rendered, 1.0);
            row.tell("slowest answer", "%.0f ms".formatted(shots.max()));
            row.tell("a body", "%d bytes".formatted(bodies.iterator().next().remaining()));
        }
    }

    @Test
    @Tag("O4")
    @DisplayName("1,000 variants of one original: few GETs of it, and memory for all")
    void readsAnOriginalOnceForItsVariants(Row row) throws IOException, InterruptedException {
        var variants = Row.count(1000);
        try (var aws = FaultyAws.start(folder);
                var service = OnDemand.start(aws.faulty(), folder)) {
            aws.upload("at-once.jpg", Photos.large());
            aws.upload("in-turn.jpg", Photos.large());

            var burst =
                    Load.together(variants, n -> service.get(OnDemand.variant("at-once.jpg", n)));
            row.say("at once: " + burst + " " + burst.failures());
            row.is(
                    "at once: neither 200 nor 503",
                    burst.that(shot -> !shot.isOk() && !shot.isRejected()).count(),
                    0);
            row.atMost(
                    "at once: GETs of it",
                    (double) gets(aws, "at-once.jpg"),
                    OnDemand.SLOTS + 1,
                    "");

            var turns =
                    Load.inTurn(
                            variants,
                            2 * OnDemand.SLOTS,
                            n -> service.get(OnDemand.variant("in-turn.jpg", n)));
            row.say("in turn: " + turns + " " + turns.failures());
            row.is("in turn: answers of 200", turns.ok().count(), variants);
            row.atMost(
                    "in turn: GETs of it",
                    (double) gets(aws, "in-turn.jpg"),
                    OnDemand.SLOTS + 1,
                    "");
            row.atMost("RSS", service.figures().peak(), 0.85 * Launch.CONTAINER, "MB");
        }
    }

    private static long gets(FaultyAws aws, String key) {
        return aws.s3().count(Call.to("GET", "/originals/" + key));
    }
}
