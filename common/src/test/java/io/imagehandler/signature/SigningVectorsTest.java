package io.imagehandler.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.rendition.RenditionKey.AdHoc;
import io.imagehandler.rendition.RenditionKey.OfQuery;
import io.imagehandler.request.ImageRequest;
import io.imagehandler.request.ImageRequest.Asked;
import io.imagehandler.request.RawRequest;
import io.imagehandler.request.RequestKind;
import io.imagehandler.transformation.AcceptClass;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The vectors that the edge's function is held to, too: both must let in the same requests.
class SigningVectorsTest {

    private static final Path VECTORS = Path.of("..", "docs", "conformance", "signing.json");
    private static final JsonNode FILE = JsonMapper.shared().readTree(VECTORS);

    @TestFactory
    Stream<DynamicTest> letsInWhomTheEdgeLetsIn() {
        return FILE.path("vectors")
                .valueStream()
                .map(vector ->
                        DynamicTest.dynamicTest(
                                vector.path("name").stringValue(), () -> check(vector)));
    }

    private static void check(JsonNode vector) {
        JsonNode expected = vector.path("expect");
        switch (expected.path("code").asString("")) {
            case "SignatureInvalid" -> assertThat(verdict(vector)).isEqualTo(new Verdict.Invalid());
            case "SignatureExpired" -> assertThat(verdict(vector)).isEqualTo(new Verdict.Expired());
            case "AccessDenied" -> assertThat(verdict(vector)).isEqualTo(new Verdict.Forbidden());
            case "InvalidArgument" -> checkInvalid(vector, expected);
            case "NoSuchKey" ->
                    assertThatExceptionOfType(NoSuchOriginal.class)
                            .isThrownBy(() -> request(vector));
            default -> {
                assertThat(verdict(vector))
                        .isInstanceOfAny(Verdict.Free.class, Verdict.Signed.class);
                assertThat(key(request(vector).understood()))
                        .isEqualTo(expected.path("key").stringValue());
            }
        }
    }

    private static void checkInvalid(JsonNode vector, JsonNode expected) {
        InvalidArgument failure =
                assertThatExceptionOfType(InvalidArgument.class)
                        .isThrownBy(() -> admitted(vector).understood())
                        .actual();
        if (expected.has("parameter")) {
            assertThat(failure.parameter()).isEqualTo(expected.path("parameter").stringValue());
        }
    }

    private static RawRequest admitted(JsonNode vector) throws ImageFailure {
        RawRequest request = request(vector);
        assertThat(verification(vector).of(request))
                .isInstanceOfAny(Verdict.Free.class, Verdict.Signed.class);
        return request;
    }

    private static String key(ImageRequest request) {
        return switch (request.asked()) {
            case Asked.Unchanged() -> request.original().value();
            case Asked.ByStyle(var style) -> "_r/s/" + request.original() + "/" + style;
            case Asked.ByText(var transformation) ->
                    new AdHoc(request.original(), transformation, AcceptClass.of("")).path();
            case Asked.ByQuery(var query) -> new OfQuery(request.original(), query).path();
        };
    }

    private static Verdict verdict(JsonNode vector) {
        return verification(vector).of(request(vector));
    }

    private static RawRequest request(JsonNode vector) {
        return RawRequest.parse(
                vector.path("path").stringValue(), vector.path("query").stringValue());
    }

    private static Verification verification(JsonNode vector) {
        Set<RequestKind> forbidden =
                vector.path("forbidden")
                        .valueStream()
                        .map(kind -> RequestKind.valueOf(constant(kind)))
                        .collect(Collectors.toSet());
        var mode = SigningMode.valueOf(constant(vector.path("mode")));
        Map<String, String> secrets = new HashMap<>();
        given(vector, "keys").forEachEntry((id, secret) -> secrets.put(id, secret.stringValue()));
        return new Verification(
                new Verification.Policy(mode, forbidden),
                KeyRing.of(secrets),
                InstantSource.fixed(Instant.ofEpochSecond(given(vector, "now").asLong())));
    }

    /// What the vector says, or else the file for all of them.
    private static JsonNode given(JsonNode vector, String name) {
        return vector.has(name) ? vector.path(name) : FILE.path(name);
    }

    private static String constant(JsonNode word) {
        return word.stringValue().replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
