package io.imagehandler.local.chaos.ondemand;

import io.imagehandler.local.chaos.FaultyAws;
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

    @TempDir private Path folder;

    @Test
    @Tag("O3")
    @DisplayName("500 equal misses: 1 GET of the original, 1 decode, 500 equal bodies")
    void makesOnePictureForAllWhoWantIt(Row row) throws IOException, InterruptedException {
        try (var aws = FaultyAws.start(folder);
                var service = OnDemand.start(aws.faulty(), folder)) {
            aws.upload("large.jpg", Photos.large());
            service.warmUp("large.jpg", Duration.ofSeconds(2));
            aws.s3().forget();
            var decoded = service.metric("image_decode_time_milliseconds_count");
            var bodies = ConcurrentHashMap.<ByteBuffer>newKeySet();
            var path = OnDemand.variant("large.jpg", 0);

            var shots =
                    Load.together(
                            CLIENTS,
                            _ -> {
                                var answer = service.get(path);
                                bodies.add(answer.body());
                                return answer;
                            });

            row.say(shots + " " + shots.failures());
            row.is("answers of 200", shots.ok().count(), CLIENTS);
            row.is("different bodies", bodies.size(), 1);
            row.is("GETs of the original", aws.s3().count(Call.to("GET", "/originals/")), 1L);
            row.tell("slowest answer", "%.0f ms".formatted(shots.max()));
            var after = service.metric("image_decode_time_milliseconds_count");
            if (after.isPresent()) {
                row.is("decodes", after.getAsDouble() - decoded.orElse(0), 1.0);
            } else {
                row.tell("decodes", "not told by the service");
            }
        }
    }
}
