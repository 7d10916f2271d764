package io.imagehandler.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EdgeFunctionTest {

    private static final Path VECTORS = Path.of("..", "docs", "conformance", "vectors.json");
    private static final Map<String, String> store = new ConcurrentHashMap<>();
    private static EdgeFunction function;

    @BeforeAll
    static void load() {
        function =
                EdgeFunction.load(
                        "viewer-request.js",
                        Deployment.OPEN,
                        key -> Optional.ofNullable(store.get(key)),
                        InstantSource.system());
    }

    @AfterAll
    static void close() {
        function.close();
    }

    @TestFactory
    Stream<DynamicTest> agreesWithEveryVector() throws IOException {
        JsonNode vectors = JsonMapper.shared().readTree(Files.readString(VECTORS)).get("vectors");
        assertThat(vectors.size()).isGreaterThan(1_000);
        return vectors.valueStream()
                .map(vector ->
                        DynamicTest.dynamicTest(
                                vector.get("name").asString(), () -> check(vector)));
    }

    private static void check(JsonNode vector) throws InterruptedException {
        store.clear();
        vector.path("styles")
                .forEachEntry((name, style) -> store.put("style:" + name, style.toString()));
        JsonNode expected = vector.get("expect");

        Verdict verdict =
                function.judge(
                        request(
                                vector.get("path").asString(),
                                vector.get("query").asString(),
                                vector.get("accept").asString()));

        switch (verdict) {
            case Verdict.Refusal refusal -> checkRefusal(refusal, expected);
            case Verdict.Forward forward -> checkForward(forward, expected);
        }
    }

    private static void checkRefusal(Verdict.Refusal refusal, JsonNode expected) {
        JsonNode problem = JsonMapper.shared().readTree(refusal.body());
        assertThat(refusal.status()).isEqualTo(expected.path("status").asInt());
        assertThat(problem.get("code")).isEqualTo(expected.get("code"));
        if (expected.has("parameter")) {
            assertThat(problem.get("parameter")).isEqualTo(expected.get("parameter"));
        }
    }

    private static void checkForward(Verdict.Forward forward, JsonNode expected) {
        assertThat(UriPath.decode(forward.path())).isEqualTo("/" + expected.path("key").asString());
        assertThat(forward.path()).isEqualTo(UriPath.canonical(forward.path()));
        if (expected.path("origin").asString().equals("originals")) {
            assertThat(forward.group()).isEmpty();
        } else {
            assertThat(forward.group()).containsExactly("derived", "on-demand");
            assertThat(forward.failover()).containsExactlyInAnyOrder(403, 404, 500, 502, 503, 504);
        }
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        Callable<Verdict> one = () -> function.judge(request("/a.jpg!thumb", "", ""));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Verdict>> verdicts =
                    threads.invokeAll(IntStream.range(0, 200).mapToObj(_ -> one).toList());

            for (Future<Verdict> verdict : verdicts) {
                assertThat(((Verdict.Forward) verdict.get()).path()).isEqualTo("/_r/s/a.jpg/thumb");
            }
        }
    }

    @Test
    void answers503WhenTheFunctionFails() throws InterruptedException {
        try (var broken =
                EdgeFunction.load(
                        "failing.js",
                        Deployment.OPEN,
                        _ -> {
                            throw new AssertionError("not asked");
                        },
                        InstantSource.system())) {

            assertThat(broken.judge(request("/a.jpg", "", "")))
                    .isEqualTo(Problem.of(503, "InternalError"));
        }
    }

    @Test
    void givesTheFunctionItsKeysAndHmac() throws InterruptedException {
        try (var signing =
                EdgeFunction.load(
                        "signing.js",
                        Deployment.OPEN,
                        EdgeFunctionTest::secret,
                        InstantSource.system())) {

            var answer = (Verdict.Refusal) signing.judge(request("/a.jpg", "", ""));

            // The second case of RFC 4231.
            assertThat(answer.body()).isEqualTo("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM");
        }
    }

    private static Optional<String> secret(String key) {
        return key.equals("key:1") ? Optional.of("Jefe") : Optional.empty();
    }

    private static ViewerRequest request(String path, String query, String accept) {
        return new ViewerRequest("GET", path, query, Map.of("accept", accept));
    }
}
