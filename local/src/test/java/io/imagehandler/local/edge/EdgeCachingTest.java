package io.imagehandler.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeCachingTest {

    private static final String BIG = "x".repeat(Delivery.MOST_CACHED + 1);

    private static TestEdge world;

    @BeforeAll
    static void start() throws IOException {
        world = new TestEdge();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @BeforeEach
    void forget() {
        world.forget();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # status | Cache-Control               | kept | gone
                    200      | ''                          | 86399 | 86400
                    200      | public, max-age=5           | 4     | 5
                    200      | public, max-age=5, s-maxage=60 | 59 | 60
                    200      | s-maxage=60, max-age=5      | 59    | 60
                    200      | max-age=999999999           | 31535999 | 31536000
                    404      | ''                          | 29    | 30
                    404      | no-store                    | 29    | 30
                    404      | max-age=100                 | 99    | 100
                    400      | ''                          | 59    | 60
                    403      | ''                          | 9     | 10
                    500      | ''                          | 0     | 1
                    415      | max-age=9                   | 8     | 9
                    """)
    void keepsAnAnswerForItsLifetime(int status, String cacheControl, long kept, long gone)
            throws Exception {
        world.originals.answers("/a.jpg", status, Map.of("Cache-Control", cacheControl), "x");
        Instant began = world.now();
        world.get("/a.jpg");

        world.waitUntil(began.plusSeconds(kept));
        assertThat(TestEdge.cache(world.get("/a.jpg"))).startsWith("Hit");
        world.waitUntil(began.plusSeconds(gone));
        assertThat(TestEdge.cache(world.get("/a.jpg"))).startsWith("Miss");
    }

    @ParameterizedTest
    @CsvSource({
        "200, no-store", "200, no-cache", "200, private", "200, max-age=0",
                "200, 's-maxage=0, max-age=9'",
        "415, public", "422, max-age=60", "410, max-age=60", "413, max-age=60", "502, public",
        "503, no-store"
    })
    void neverKeeps(int status, String cacheControl) throws Exception {
        world.originals.answers("/a.jpg", status, Map.of("Cache-Control", cacheControl), "x");

        world.get("/a.jpg");

        assertThat(TestEdge.cache(world.get("/a.jpg"))).startsWith("Miss");
    }

    @Test
    void saysHowOldAnAnswerIs() throws Exception {
        world.originals.answers("/a.jpg", 200, Map.of(), "x");
        world.get("/a.jpg");
        world.waitUntil(world.now().plusSeconds(7));

        assertThat(world.get("/a.jpg").headers().firstValue("age")).hasValue("7");
    }

    @Test
    void forgetsWhatIsInvalidatedInAnySpelling() throws Exception {
        world.originals.answers("/caf%C3%A9.jpg", 200, Map.of(), "old");
        world.originals.answers("/other.jpg", 200, Map.of(), "other");
        world.get("/caf%C3%A9.jpg");
        world.get("/other.jpg");
        world.originals.answers("/caf%C3%A9.jpg", 200, Map.of(), "new");

        world.edge.invalidate("/caf%c3%a9%2Ejpg");

        assertThat(world.get("/caf%C3%A9.jpg").body()).isEqualTo("new");
        assertThat(TestEdge.cache(world.get("/other.jpg"))).startsWith("Hit");
    }

    @Test
    void forgetsWhatIsInvalidatedByItsKey() throws Exception {
        world.derived.answers("/_r/s/a%2Bb%20c.jpg/thumb", 200, Map.of(), "old");
        world.get("/a+b%20c.jpg!thumb");
        world.derived.answers("/_r/s/a%2Bb%20c.jpg/thumb", 200, Map.of(), "new");

        world.edge.invalidateKey("_r/s/a+b c.jpg/thumb");

        assertThat(world.get("/a+b%20c.jpg!thumb").body()).isEqualTo("new");
    }

    @Test
    void passesAPartOnWithoutKeepingIt() throws Exception {
        world.originals.answers("/a.jpg", 206, Map.of("Content-Range", "bytes 0-0/9"), "0");

        HttpResponse<String> part = world.get("/a.jpg", "Range", "bytes=0-0");
        world.originals.answers("/a.jpg", 200, Map.of(), "012345678");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(world.originals.asked()).containsExactly("/a.jpg bytes=0-0");
        assertThat(world.get("/a.jpg").body()).isEqualTo("012345678");
    }

    @Test
    void passesOnWhatIsTooLargeToKeep() throws Exception {
        world.originals.answers("/a.jpg", 200, Map.of(), BIG);

        assertThat(world.get("/a.jpg").body()).isEqualTo(BIG);
        assertThat(TestEdge.cache(world.get("/a.jpg"))).startsWith("Miss");
    }
}
