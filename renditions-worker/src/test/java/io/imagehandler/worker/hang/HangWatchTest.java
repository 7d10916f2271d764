package io.imagehandler.worker.hang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.rendition.OriginalKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HangWatchTest {

    private static final OriginalKey SLOW = OriginalKey.of("slow.jpg");
    private static final OriginalKey GOOD = OriginalKey.of("good.jpg");
    private static final Duration SHORT = Duration.ofMillis(10);
    private static final Duration LONG = Duration.ofHours(1);

    private final List<OriginalKey> hung = new CopyOnWriteArrayList<>();
    private final HangWatch watch = new HangWatch(SHORT, SHORT, hung::add);
    private final HangWatch patient = new HangWatch(LONG, SHORT, hung::add);

    @AfterEach
    void end() {
        watch.close();
        patient.close();
    }

    @Test
    void tellsOfARenderingThatComesToNoEnd() {
        assertThat(watch.isHung()).isFalse();

        try (var _ = watch.over(SLOW)) {
            await().until(watch::isHung);
        }

        await().untilAsserted(() -> assertThat(hung).containsExactly(SLOW));
    }

    @Test
    void tellsOfTheFirstAlone() {
        try (var _ = watch.over(SLOW);
                var _ = watch.over(SLOW)) {
            await().until(watch::isHung);
            await().during(Duration.ofMillis(200)).until(() -> hung.size() == 1);
        }
    }

    @Test
    void givesEachPictureTheTimeThatTheEngineSays() {
        try (var watching = watch.over(GOOD)) {
            watching.allow(LONG);
            await().during(Duration.ofMillis(200)).until(() -> !watch.isHung());

            watching.allow(LONG);
            watching.allow(SHORT);
            await().until(watch::isHung);
        }
    }

    @Test
    void saysNothingOfWhatEnds() {
        for (int i = 0; i < 100; i++) {
            patient.over(GOOD).close();
        }

        assertThat(patient.isHung()).isFalse();
        assertThat(hung).isEmpty();
    }
}
