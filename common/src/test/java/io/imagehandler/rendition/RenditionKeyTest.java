package io.imagehandler.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.rendition.RenditionKey.AdHoc;
import io.imagehandler.rendition.RenditionKey.OfQuery;
import io.imagehandler.rendition.RenditionKey.OfStyle;
import io.imagehandler.style.Style;
import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.GeneratedTexts;
import io.imagehandler.transformation.Processing;
import io.imagehandler.transformation.Query;
import io.imagehandler.transformation.Transformation;
import io.imagehandler.transformation.TransformationGrammar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenditionKeyTest {

    private static final OriginalKey CAT = new OriginalKey("photos/cat.jpg");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    thumb   | 0  | NONE | _r/s/photos/cat.jpg/thumb
                    thumb   | 3  | WEBP | _r/s/photos/cat.jpg/thumb.3.webp
                    thumb   | 0  | AVIF | _r/s/photos/cat.jpg/thumb.avif
                    thumb   | 12 | NONE | _r/s/photos/cat.jpg/thumb.12
                    hero.2x | 0  | NONE | _r/s/photos/cat.jpg/hero~2x
                    a.3     | 3  | AVIF | _r/s/photos/cat.jpg/a~3.3.avif
                    3       | 0  | NONE | _r/s/photos/cat.jpg/3
                    webp    | 0  | WEBP | _r/s/photos/cat.jpg/webp.webp
                    ..      | 0  | NONE | _r/s/photos/cat.jpg/~~
                    """)
    void writesAndReadsStyles(String style, int version, AcceptClass accepts, String path) {
        var key = new OfStyle(CAT, new StyleName(style), version, accepts);

        assertThat(key.path()).isEqualTo(path);
        assertThat(RenditionKey.parse(path)).isEqualTo(key);
        assertThat(RenditionKey.parse("/" + path)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    image/resize,w_300                     | NONE | _r/x/photos/cat.jpg/resize,w_300
                    image/resize,w_300/format,webp         | NONE | _r/x/photos/cat.jpg/resize,w_300~format,webp
                    image/resize,w_300/format,auto         | NONE | _r/x/photos/cat.jpg/resize,w_300~format,auto
                    image/resize,w_300/format,auto         | WEBP | _r/x/photos/cat.jpg/resize,w_300~format,auto.webp
                    image/format,auto                      | AVIF | _r/x/photos/cat.jpg/format,auto.avif
                    image/strip-metadata                   | NONE | _r/x/photos/cat.jpg/auto-orient,1
                    """)
    void writesAndReadsTexts(String text, AcceptClass accepts, String path) {
        var key = new AdHoc(CAT, TransformationGrammar.parse(text), accepts);

        assertThat(key.path()).isEqualTo(path);
        assertThat(RenditionKey.parse(path)).isEqualTo(key);
    }

    @Test
    void knowsNoClassWhereTheFormatIsGiven() {
        var transformation = TransformationGrammar.parse("image/format,webp");

        assertThat(new AdHoc(CAT, transformation, AcceptClass.AVIF))
                .isEqualTo(new AdHoc(CAT, transformation, AcceptClass.NONE));
    }

    @Test
    void readsATextThatIsNotCanonicalAsTheOneThatIs() {
        var key = RenditionKey.parse("_r/x/a.jpg/format,JPEG~resize,w_0300,limit_1~");

        assertThat(key.path()).isEqualTo("_r/x/a.jpg/resize,w_300~format,jpg");
    }

    @ParameterizedTest
    @CsvSource({"a, _r/s/a/c", "a/b, _r/s/a/b/c", "/a, _r/s//a/c", "a/, _r/s/a//c"})
    void keepsKeysApartThatStartAlike(String original, String path) {
        var name = new StyleName("c");
        var key = new OfStyle(new OriginalKey(original), name, 0, AcceptClass.NONE);

        assertThat(key.path()).isEqualTo(path);
        assertThat(RenditionKey.parse(path)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "photos/cat.jpg",
                "_r/",
                "_r/s/thumb",
                "_r/s//thumb/",
                "_r/x//resize,w_1",
                "_r/m/a.jpg/x",
                "//_r/s/a.jpg/thumb",
                "_r/s/a.jpg/",
                "_r/s/a.jpg/thu$mb",
                "_r/s/a.jpg/thumb.",
                "_r/s/a.jpg/thumb.0",
                "_r/s/a.jpg/thumb.03",
                "_r/s/a.jpg/thumb.1234567890",
                "_r/s/a.jpg/thumb.webp.3",
                "_r/s/a.jpg/thumb.3.png",
                "_r/s/a.jpg/thumb.3.WEBP",
                "_r/s/a.jpg/.3",
                "_r/s/../thumb",
                "_r/s/a\0/thumb",
                "_r/x/a.jpg/",
                "_r/x/a.jpg/~",
                "_r/x/a.jpg/resize,w_0",
                "_r/x/a.jpg/resize,w_1.webp",
                "_r/x/a.jpg/format,auto.png",
                "_r/x/a.jpg/info.webp",
                "_r/x/a.jpg/info~resize,w_1",
                "_r/x/a.jpg/format,auto.",
                "_r/x/a.jpg/format,webp.avif"
            })
    void refusesThePathOfNoRendition(String path) {
        assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> RenditionKey.parse(path));
    }

    @Test
    void findsNoRenditionOfARendition() {
        assertThatExceptionOfType(NoSuchOriginal.class)
                .isThrownBy(() -> RenditionKey.parse("_r/s/_r/s/a.jpg/thumb/thumb"));
    }

    @Test
    void takesAPathOfItsLongestLengthAndNoLonger() {
        String key = "é".repeat(506); // _r/s/ + 1,012 + /thumb.
        var longest =
                new OfStyle(new OriginalKey(key), new StyleName("thumbs"), 0, AcceptClass.NONE);

        assertThat(RenditionKey.parse(longest.path())).isEqualTo(longest);
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> RenditionKey.parse("_r/s/" + key + "/thumbs2"))
                .withMessageContaining("is too long");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> RenditionKey.parse("_r/x/" + key + "/rotate,9"))
                .withMessageContaining("is too long");
    }

    @Test
    void hasAPathForEachClassOfAStyle() {
        var style = Style.parse("thumb", "image/resize,w_1", List.of("webp"), true, "", 3);

        assertThat(style.classes().stream().map(accepts -> OfStyle.of(CAT, style, accepts).path()))
                .containsExactlyInAnyOrder(
                        "_r/s/photos/cat.jpg/thumb.3", "_r/s/photos/cat.jpg/thumb.3.webp");
    }

    @Test
    void readsWhatItWrote() {
        var texts = new GeneratedTexts(4714);
        for (int i = 0; i < 10_000; i++) {
            var processing = TransformationGrammar.parseProcessing(texts.next());
            if (TransformationGrammar.canonical(processing).length() > 1_000) {
                continue; // No such path.
            }
            for (AcceptClass accepts : AcceptClass.values()) {
                var key = key(processing, accepts);
                assertThat(RenditionKey.parse(key.path())).isEqualTo(key);
            }
        }
    }

    private static RenditionKey key(Processing processing, AcceptClass accepts) {
        return switch (processing) {
            case Query query -> new OfQuery(CAT, query);
            case Transformation transformation -> new AdHoc(CAT, transformation, accepts);
        };
    }

    @Test
    void knowsWhereQueriesAreAsked() {
        var key = new OfQuery(CAT, Query.INFO);

        assertThat(key.path()).isEqualTo("_r/x/photos/cat.jpg/info");
        assertThat(RenditionKey.parse(key.path())).isEqualTo(key);
        assertThat(RenditionKey.parse("_r/x/a/average-hue~").path())
                .isEqualTo("_r/x/a/average-hue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "~", ".", "a", "./", ".webp", "_r/x/a.jpg/", "\0", "\uD800"})
    void refusesALongPathAtOnce(String piece) {
        for (String start : List.of("_r/s/a.jpg/", "_r/x/a.jpg/", "_r/x/", "")) {
            String path = start + piece.repeat(65_536 / piece.length());
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> RenditionKey.parse(path))
                    .isInstanceOfAny(InvalidArgument.class, NoSuchOriginal.class);
        }
    }
}
