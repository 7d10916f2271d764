package io.imagehandler.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeRoutingTest {

    private static final String THUMB = "/_r/s/a.jpg/thumb";

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

    @Test
    void servesAnOriginalOnceFromItsBucketAndThenFromTheCache() throws Exception {
        world.originals.answers("/a%20b.jpg", 200, Map.of("Content-Type", "image/jpeg"), "bytes");

        HttpResponse<String> first = world.get("/a%20b.jpg?v=1");
        HttpResponse<String> second = world.get("/a%20b.jpg?v=2");

        assertThat(first.body()).isEqualTo("bytes");
        assertThat(first.headers().firstValue("content-type")).hasValue("image/jpeg");
        assertThat(TestEdge.cache(first)).startsWith("Miss");
        assertThat(second.body()).isEqualTo("bytes");
        assertThat(TestEdge.cache(second)).startsWith("Hit");
        assertThat(world.originals.asked()).containsExactly("/a%20b.jpg");
        assertThat(world.onDemand.asked()).isEmpty();
    }

    @Test
    void hasOneEntryForAllSpellingsOfARendition() throws Exception {
        world.derived.answers(THUMB, 200, Map.of(), "small");

        assertThat(TestEdge.cache(world.get("/a.jpg!thumb"))).startsWith("Miss");
        assertThat(TestEdge.cache(world.get("/a.jpg@!thumb"))).startsWith("Hit");
        assertThat(TestEdge.cache(world.get("/a.jpg?x-oss-process=style/thumb"))).startsWith("Hit");
        assertThat(world.derived.asked()).containsExactly(THUMB);
        assertThat(world.onDemand.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 500, 502, 503, 504})
    void asksTheServiceForWhatIsNotDerived(int refusal) throws Exception {
        world.derived.answers(THUMB, refusal, Map.of(), "no");
        world.onDemand.answers(THUMB, 200, Map.of("Vary", "Accept"), "made");

        HttpResponse<String> answer = world.get("/a.jpg!thumb");

        assertThat(answer.body()).isEqualTo("made");
        assertThat(answer.headers().firstValue("vary")).hasValue("Accept");
        assertThat(TestEdge.cache(world.get("/a.jpg!thumb"))).startsWith("Hit");
        assertThat(world.onDemand.asked()).containsExactly(THUMB);
    }

    @Test
    void asksTheServiceWhenTheDerivedBucketCannotBeReached() throws Exception {
        URI nowhere;
        try (var gone = new StubOrigin()) {
            nowhere = gone.uri();
        }
        world.onDemand.answers(THUMB, 200, Map.of(), "made");
        var origins =
                Map.<String, Origin>of(
                        "derived", new HttpOrigin(nowhere),
                        "on-demand", new HttpOrigin(world.onDemand.uri()));
        var cache = new EdgeCache(1000, world::now);
        var delivery = new Delivery(origins, cache, new Lifetimes(Duration.ZERO));

        Reply reply =
                delivery.deliver(
                        new Verdict.Forward(THUMB, List.of("derived", "on-demand"), Set.of(502)),
                        new ViewerRequest("GET", "/", "", Map.of()));

        assertThat(reply.body().readAllBytes()).asString().isEqualTo("made");
    }

    @Test
    void choosesTheRenditionByTheFormatsThatTheViewerNames() throws Exception {
        world.derived.answers("/_r/s/a.jpg/modern.3.avif", 200, Map.of(), "avif");
        world.derived.answers("/_r/s/a.jpg/modern.3", 200, Map.of(), "jpeg");

        assertThat(world.get("/a.jpg!modern", "Accept", "image/avif,image/webp").body())
                .isEqualTo("avif");
        assertThat(world.get("/a.jpg!modern", "Accept", "*/*").body()).isEqualTo("jpeg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # target                 | status | code
                    /                        | 404    | NoSuchKey
                    /_r/s/a.jpg/thumb        | 404    | NoSuchKey
                    //_r/s/a.jpg/thumb       | 404    | NoSuchKey
                    /%5Fr/s/a.jpg/thumb      | 404    | NoSuchKey
                    /./_r/s/a.jpg/thumb      | 404    | NoSuchKey
                    /%2F_r/s/a.jpg/thumb     | 404    | NoSuchKey
                    //_r/m/a.jpg             | 404    | NoSuchKey
                    /_r/m/../s/a.jpg/thumb   | 404    | NoSuchKey
                    /_r/m/%2E%2E/s/a.jpg/t   | 404    | NoSuchKey
                    /a/../_r/s/a.jpg/thumb   | 400    | InvalidArgument
                    /a.jpg?im=Crop           | 400    | InvalidArgument
                    """)
    void refusesWithoutAskingAnybody(String target, int status, String code) throws Exception {
        world.derived.answers(THUMB, 200, Map.of(), "secret");

        String answer = world.raw("GET " + target + " HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("\"code\":\"" + code + "\"");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("cache-control: no-store", "content-type: application/problem+json");
        assertThat(world.derived.asked()).isEmpty();
        assertThat(world.originals.asked()).isEmpty();
    }

    @Test
    void forgetsAllThatBeginsAlikeAndNothingElse() throws Exception {
        world.derived.answers("/_r/m/a%20b/1", 200, Map.of(), "{}");
        world.derived.answers("/_r/m/a%20b/2", 200, Map.of(), "{}");
        world.derived.answers("/_r/m/a", 200, Map.of(), "{}");
        for (var path : List.of("/_r/m/a%20b/1", "/_r/m/a%20b/2", "/_r/m/a")) {
            world.get(path);
        }

        world.edge.invalidate("/_r/m/a%20b/*");

        assertThat(TestEdge.cache(world.get("/_r/m/a%20b/1"))).startsWith("Miss");
        assertThat(TestEdge.cache(world.get("/_r/m/a%20b/2"))).startsWith("Miss");
        assertThat(TestEdge.cache(world.get("/_r/m/a"))).startsWith("Hit");
    }

    @Test
    void servesManifestsFromTheDerivedBucketAlone() throws Exception {
        world.derived.answers("/_r/m/a%20b.jpg", 200, Map.of(), "{}");

        assertThat(world.get("/_r/m/a%20b.jpg?v=1").body()).isEqualTo("{}");
        assertThat(TestEdge.cache(world.get("/_r/m/a%20b.jpg"))).startsWith("Hit");
        assertThat(world.get("/_r/m/other.jpg").statusCode()).isEqualTo(404);
        assertThat(world.onDemand.asked()).isEmpty();
        assertThat(world.originals.asked()).isEmpty();
    }

    @Test
    void passesOnAKeyThatStartsWithASlash() throws Exception {
        world.originals.answers("//lead/a.jpg", 200, Map.of(), "bytes");

        assertThat(world.raw("GET //lead/a.jpg HTTP/1.1")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE", "OPTIONS", "PATCH"})
    void refusesEveryOtherMethod(String method) throws Exception {
        HttpResponse<String> answer =
                world.send(world.request("/a.jpg").method(method, BodyPublishers.ofString("x")));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD");
    }

    @Test
    void refusesATargetThatIsTooLong() throws Exception {
        assertThat(world.get("/" + "k".repeat(8192)).statusCode()).isEqualTo(414);
    }
}
