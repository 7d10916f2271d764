package io.imagehandler.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.RenditionKey.AdHoc;
import io.imagehandler.rendition.RenditionKey.OfQuery;
import io.imagehandler.rendition.RenditionKey.OfStyle;
import io.imagehandler.request.ImageRequest.Asked;
import io.imagehandler.style.Style;
import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Processing;
import io.imagehandler.transformation.TransformationGrammar;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The vectors that the edge's function is held to, too: both must know every request under the
/// same key. What they say of sources is held against the planner.
class ConformanceVectorsTest {

    private static final Path VECTORS = Path.of("..", "docs", "conformance", "vectors.json");

    @TestFactory
    Stream<DynamicTest> understandsEveryRequestAsTheEdgeDoes() {
        return JsonMapper.shared()
                .readTree(VECTORS)
                .path("vectors")
                .valueStream()
                .map(vector ->
                        DynamicTest.dynamicTest(
                                vector.path("name").stringValue(), () -> check(vector)));
    }

    private static void check(JsonNode vector) {
        JsonNode expected = vector.path("expect");
        if (expected.has("status")) {
            checkRefusal(vector, expected);
        } else if (expected.path("origin").stringValue().equals("originals")) {
            assertThat(request(vector).asked()).isEqualTo(new Asked.Unchanged());
            assertThat(request(vector).original().value())
                    .isEqualTo(expected.path("key").stringValue());
        } else {
            checkRendition(vector, expected);
        }
    }

    private static void checkRendition(JsonNode vector, JsonNode expected) {
        RenditionKey key = key(vector);

        assertThat(key.path()).isEqualTo(expected.path("key").stringValue());
        assertThat(RenditionKey.parse(key.path())).isEqualTo(key);
        switch (key) {
            case AdHoc(var _, var transformation, var accepts) -> {
                checkCanonical(transformation, expected);
                if (vector.has("source")) {
                    PlannedVector.check(
                            transformation,
                            accepts,
                            vector.path("source"),
                            expected.path("result"));
                }
            }
            case OfQuery(var _, var query) -> checkCanonical(query, expected);
            case OfStyle _ -> assertThat(expected.has("canonical")).isFalse();
        }
    }

    private static void checkCanonical(Processing processing, JsonNode expected) {
        String canonical = expected.path("canonical").stringValue();

        assertThat(TransformationGrammar.canonical(processing)).isEqualTo(canonical);
        assertThat(TransformationGrammar.parseProcessing(canonical)).isEqualTo(processing);
    }

    /// What is the edge's alone has another status there; here it is refused as well.
    private static void checkRefusal(JsonNode vector, JsonNode expected) {
        var kind =
                vector.path("on").asString("").equals("edge")
                        ? ImageFailure.class
                        : InvalidArgument.class;
        ImageFailure failure =
                assertThatExceptionOfType(kind).isThrownBy(() -> key(vector)).actual();
        if (expected.has("parameter")) {
            assertThat(((InvalidArgument) failure).parameter())
                    .isEqualTo(expected.path("parameter").stringValue());
        }
    }

    private static RenditionKey key(JsonNode vector) {
        var request = request(vector);
        String accept = vector.path("accept").stringValue();
        return switch (request.asked()) {
            case Asked.Unchanged() -> throw new AssertionError("asks for the original");
            case Asked.ByText(var transformation) ->
                    new AdHoc(request.original(), transformation, AcceptClass.of(accept));
            case Asked.ByQuery(var query) -> new OfQuery(request.original(), query);
            case Asked.ByStyle(StyleName name) -> {
                var style = style(name, vector.path("styles").path(name.value()));
                yield OfStyle.of(request.original(), style, style.accepts(accept));
            }
        };
    }

    /// What the key value store holds of a style; nothing is a style without version and formats.
    private static Style style(StyleName name, JsonNode published) {
        List<String> formats =
                published.path("formats").valueStream().map(JsonNode::stringValue).toList();
        int version = published.path("v").asInt(0);
        return Style.parse(name.value(), "image/resize,w_1", formats, false, "", version);
    }

    private static ImageRequest request(JsonNode vector) {
        return RawRequest.parse(
                        vector.path("path").stringValue(), vector.path("query").stringValue())
                .understood();
    }
}
