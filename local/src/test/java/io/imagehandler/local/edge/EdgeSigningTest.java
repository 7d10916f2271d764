package io.imagehandler.local.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The function on this machine's edge lets in whom the vectors of signed URLs let in.
class EdgeSigningTest {

    private static final JsonNode FILE =
            JsonMapper.shared().readTree(Path.of("..", "docs", "conformance", "signing.json"));
    private static final Map<Deployment, EdgeFunction> functions = new HashMap<>();
    private static final AtomicReference<JsonNode> asked = new AtomicReference<>(FILE);
    private static final InstantSource CLOCK =
            () -> Instant.ofEpochSecond(given(asked.get(), "now").asLong());

    @AfterAll
    static void close() {
        functions.values().forEach(EdgeFunction::close);
    }

    @TestFactory
    Stream<DynamicTest> agreesWithEveryVector() {
        JsonNode vectors = FILE.path("vectors");
        assertThat(vectors.size()).isGreaterThan(50);
        return vectors.valueStream()
                .map(vector ->
                        DynamicTest.dynamicTest(
                                vector.path("name").stringValue(), () -> check(vector)));
    }

    private static void check(JsonNode vector) throws InterruptedException {
        asked.set(vector);
        EdgeFunction function =
                functions.computeIfAbsent(
                        deployment(vector),
                        deployment ->
                                EdgeFunction.load(
                                        "viewer-request.js",
                                        deployment,
                                        EdgeSigningTest::secret,
                                        CLOCK));
        JsonNode expected = vector.path("expect");
        var request =
                new ViewerRequest(
                        "GET",
                        vector.path("path").stringValue(),
                        vector.path("query").stringValue(),
                        Map.of("accept", ""));

        switch (function.judge(request)) {
            case Verdict.Refusal refusal -> {
                JsonNode problem = JsonMapper.shared().readTree(refusal.body());
                assertThat(refusal.status()).isEqualTo(expected.path("status").asInt());
                assertThat(problem.path("code")).isEqualTo(expected.path("code"));
                assertThat(refusal.headers()).containsEntry("cache-control", "no-store");
            }
            case Verdict.Forward forward ->
                    assertThat(UriPath.decode(forward.path()))
                            .isEqualTo("/" + expected.path("key").asString());
        }
    }

    private static Deployment deployment(JsonNode vector) {
        Set<String> forbidden = new HashSet<>();
        vector.path("forbidden").forEach(kind -> forbidden.add(kind.stringValue()));
        return new Deployment(vector.path("mode").stringValue(), forbidden);
    }

    private static Optional<String> secret(String key) {
        String id = key.replaceFirst("^key:", "");
        JsonNode keys = given(asked.get(), "keys");
        return key.startsWith("key:") && keys.has(id)
                ? Optional.of(keys.path(id).stringValue())
                : Optional.empty();
    }

    /// What the vector says, or else the file for all of them.
    private static JsonNode given(JsonNode vector, String name) {
        return vector.has(name) ? vector.path(name) : FILE.path(name);
    }
}
