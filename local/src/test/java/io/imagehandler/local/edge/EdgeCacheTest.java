package io.imagehandler.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EdgeCacheTest {

    private static final Duration LONG = Duration.ofDays(1);

    private final EdgeCache cache = new EdgeCache(10_000, InstantSource.fixed(Instant.EPOCH));

    @Test
    void dropsWhatWasUsedLongestAgo() {
        cache.put("/a", response(3000), LONG, 0);
        cache.put("/b", response(3000), LONG, 0);
        cache.get("/a");
        cache.put("/c", response(3000), LONG, 0);

        assertThat(cache.get("/b")).isEmpty();
        assertThat(cache.get("/a")).isPresent();
        assertThat(cache.get("/c")).isPresent();
    }

    @Test
    void countsWhatItReplacesOrForgetsNoMore() {
        for (int i = 0; i < 9; i++) {
            cache.put("/a", response(3000), LONG, 0);
        }
        cache.put("/b", response(3000), LONG, 0);
        assertThat(cache.get("/a")).isPresent();

        cache.invalidate("/a");
        cache.put("/c", response(3000), LONG, cache.generation());
        assertThat(cache.get("/b")).isPresent();
        assertThat(cache.get("/c")).isPresent();
    }

    @Test
    void doesNotKeepWhatWasFetchedBeforeAnInvalidation() {
        long began = cache.generation();
        cache.invalidate("/a");

        cache.put("/a", response(1), LONG, began);

        assertThat(cache.get("/a")).isEmpty();
    }

    private static Response response(int length) {
        return new Response(200, Map.of(), new byte[length]);
    }
}
