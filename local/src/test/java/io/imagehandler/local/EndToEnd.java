package io.imagehandler.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.local.aws.Names;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the product does for its users, from the upload to the picture in the browser, with the
/// services as they are deployed. The same for every AWS that it is held against.
@TestInstance(Lifecycle.PER_CLASS)
abstract class EndToEnd {

    private static final Map<String, String> SIZES =
            Map.of("thumb", "200x200", "card", "800x1067", "hero", "1600x2133");
    private static final String THUMB = "x-oss-process=style/thumb";
    private static final String SMALL = "x-oss-process=image/resize,w_300";

    /// Nobody else's, also where an earlier run left its pictures.
    private final String run = UUID.randomUUID().toString();

    /// Where everything is kept; the same for the whole class.
    Path folder;

    Stage stage;

    /// Starts the product on the AWS in question.
    abstract Stage start() throws IOException, InterruptedException;

    /// Tells the edge of a change, where S3 does not.
    void changed(String key) {}

    @BeforeAll
    void begin(@TempDir Path temporary) throws IOException, InterruptedException {
        folder = temporary;
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
        stage = start();
    }

    @AfterAll
    void end() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void makesEveryStyleInEveryFormatOfAnUpload() throws IOException {
        var key = key("photo.jpg");
        var before = Instant.now();
        var tag = stage.upload(key, TestPhoto.jpeg(0), "image/jpeg");

        awaitStyles(key);

        IO.println(
                "%s: upload to 6 renditions of a 12-megapixel photo: %d ms"
                        .formatted(
                                getClass().getSimpleName(),
                                Duration.between(before, Instant.now()).toMillis()));
        for (var path : stage.made("s", key)) {
            assertIsUprightAndClean(path, tag);
        }
    }

    @Test
    void countsWhatTheWorkerDoes() throws IOException {
        awaitStyles(uploaded("counted.jpg", 0));

        await().untilAsserted(() ->
                assertThat(stage.workerFigures())
                        .contains(
                                "events_received_total{event=\"ObjectCreated\"}",
                                "events_passes_total{outcome=\"in-step\"}",
                                "renditions_written_total ",
                                "events_lag_seconds_count"));
    }

    @Test
    void answersStylesAndSizesOfOnesOwn() throws IOException, InterruptedException {
        var key = uploaded("ask.jpg", 0);
        awaitStyles(key);

        assertThat(sizeOf(stage.get(key, THUMB))).isEqualTo("200x200");
        assertThat(sizeOf(stage.get(key, "x-oss-process=style/hero"))).isEqualTo("1600x2133");
        assertThat(sizeOf(stage.get(key, SMALL))).isEqualTo("300x400");
        assertThat(sizeOf(stage.get(key, "x-oss-process=image/crop,w_50,h_40"))).isEqualTo("50x40");
        assertThat(stage.get(key, THUMB, "image/webp,*/*").headers().firstValue("content-type"))
                .hasValue(stage.writesWebp() ? "image/webp" : "image/jpeg");
    }

    @Test
    void tellsOfTheRenditionsInAManifest() throws IOException, InterruptedException {
        var key = uploaded("(tell)'!me, ü.jpg", 0);
        await().until(() -> stage.get("_r/m/" + key, "").statusCode() == 200);

        var answer = stage.get("_r/m/" + key, "");

        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(new String(answer.body(), UTF_8))
                .contains("%28tell%29%27%21me%2C%20%C3%BC.jpg@!card 800w")
                .contains("\"width\":1600,\"height\":2133");
        stage.delete(key);
        await().untilAsserted(() -> {
            changed("_r/m/" + key);
            assertThat(stage.get("_r/m/" + key, "").statusCode()).isNotEqualTo(200);
        });
    }

    @Test
    void answersTheSecondTimeFromTheCache() throws IOException, InterruptedException {
        var key = uploaded("cached.jpg", 0);
        awaitStyles(key);

        var first = stage.get(key, THUMB);
        var second = stage.get(key, THUMB);

        assertThat(cache(first)).startsWith("Miss");
        assertThat(cache(second)).startsWith("Hit");
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void givesTheOriginalBackByteByByte() throws IOException, InterruptedException {
        var photo = TestPhoto.jpeg(2);
        var key = key("original.jpg");
        stage.upload(key, photo, "image/jpeg");

        var answer = stage.get(key, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(photo);
    }

    @Test
    void showsANewPictureInPlaceOfTheOldOne() throws IOException, InterruptedException {
        var key = uploaded("changing.jpg", 0);
        awaitStyles(key);
        assertThat(colorsOf(stage.get(key, THUMB))).isEqualTo(TestPhoto.colors(0));
        assertThat(colorsOf(stage.get(key, SMALL))).isEqualTo(TestPhoto.colors(0));
        await().until(() -> stage.made("x", key).size() == 1);

        var photo = TestPhoto.jpeg(1);
        stage.upload(key, photo, "image/jpeg");

        await().untilAsserted(() -> {
            changed(key);
            assertThat(colorsOf(stage.get(key, THUMB))).isEqualTo(TestPhoto.colors(1));
            assertThat(colorsOf(stage.get(key, SMALL))).isEqualTo(TestPhoto.colors(1));
            assertThat(stage.get(key, "").body()).isEqualTo(photo);
        });
    }

    @Test
    void showsNothingOfWhatWasDeleted() throws IOException, InterruptedException {
        var key = uploaded("gone.jpg", 0);
        awaitStyles(key);
        stage.get(key, THUMB);
        stage.get(key, SMALL);
        await().until(() -> stage.made("x", key).size() == 1);
        var paths = List.of(stage.made("s", key), stage.made("x", key));

        stage.delete(key);

        await().untilAsserted(() -> {
            assertThat(stage.made("s", key)).isEmpty();
            assertThat(stage.made("x", key)).isEmpty();
        });
        paths.forEach(made -> made.forEach(this::changed));
        changed(key);
        assertThat(stage.get(key, THUMB).statusCode()).isEqualTo(404);
        assertThat(stage.get(key, SMALL).statusCode()).isEqualTo(404);
        assertThat(stage.get(key, "").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a photo.jpg", "a+b&c=d.jpg", "100%.jpg", "日本/写真 🐈.jpg", "(1)'~.jpg"})
    void takesAnyKey(String name) throws IOException, InterruptedException {
        var key = uploaded(name, 3);

        awaitStyles(key);

        assertThat(colorsOf(stage.get(key, THUMB))).isEqualTo(TestPhoto.colors(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    text.jpg  | style/thumb         | 415 | what is not an image
                    text.jpg  | image/resize,w_10   | 415 | what is not an image
                    bomb.png  | image/resize,w_10   | 422 | 30,000 x 30,000 pixels in a few bytes
                    photo.jpg | style/nobodys       | 404 | an unknown style
                    never.jpg | style/thumb         | 404 | an unknown key
                    never.jpg | image/resize,w_10   | 404 | an unknown key
                    photo.jpg | image/resize,w_     | 400 | what is not of the language
                    """)
    void refusesAtOnceAndGoesOn(String name, String asked, int status, String what)
            throws IOException, InterruptedException {
        switch (name) {
            case "text.jpg" -> stage.upload(key(name), "no image".getBytes(UTF_8), "image/jpeg");
            case "bomb.png" -> stage.upload(key(name), Bomb.png(), "image/png");
            case "photo.jpg" -> stage.upload(key(name), TestPhoto.jpeg(0), "image/jpeg");
            default -> {} // never uploaded
        }

        var answer = stage.get(key(name), "x-oss-process=" + asked);

        assertThat(answer.statusCode()).as(what).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValue("application/problem+json");
        assertThat(new String(answer.body(), UTF_8))
                .doesNotContain(Names.ORIGINALS, Names.DERIVED, "127.0.0.1", "java.");
        awaitStyles(uploaded("after-" + UUID.randomUUID() + ".jpg", 0));
        assertThat(stage.isAlive()).isTrue();
    }

    @Test
    void servesAChangedStyleWithinTenSeconds() throws IOException, InterruptedException {
        var key = uploaded("restyled.jpg", 0);
        var target = "/" + key + "@!own";
        assertThat(stage.styles("put", "own", "image/resize,w_100").exitCode()).isZero();
        await().until(() -> stage.made(target).statusCode() == 200);
        assertThat(sizeOf(stage.made(target))).isEqualTo("100x133");

        assertThat(stage.styles("put", "own", "image/resize,w_200").exitCode()).isZero();

        var changed = Instant.now();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> sizeOf(stage.made(target)).equals("200x267"));
        assertThat(sizeOf(stage.made("/_r/s/" + key + "/own"))).isEqualTo("200x267");
        IO.println(
                "%s: a changed style is served after %d ms"
                        .formatted(
                                getClass().getSimpleName(),
                                Duration.between(changed, Instant.now()).toMillis()));
    }

    @Test
    void refusesABadStyleBeforeItIsSaved() throws IOException, InterruptedException {
        var refused = stage.styles("put", "bad", "image/resize,w_0");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.said()).contains("The style 'bad' is refused");
        assertThat(stage.styles("list").said()).contains("thumb  image/").doesNotContain("bad");
    }

    @Test
    void givesEachChangeOfAVersionedStyleANewAddress() throws IOException, InterruptedException {
        stage.styles("put", "dated", "image/resize,w_10", "--version", "1", "--formats=webp");

        var changed = stage.styles("put", "dated", "image/resize,w_11", "--prefix", "a/");

        assertThat(changed.said()).isEqualTo("dated  image/resize,w_11  prefix=a/  version=2\n");
        assertThat(stage.styles("check").exitCode()).isZero();
        assertThat(stage.styles("remove", "dated").exitCode()).isZero();
        assertThat(stage.styles("remove", "dated").exitCode()).isEqualTo(1);
    }

    String key(String name) {
        return run + "/" + name;
    }

    /// Puts a photo there, and gives its key.
    String uploaded(String name, int turns) throws IOException {
        stage.upload(key(name), TestPhoto.jpeg(turns), "image/jpeg");
        return key(name);
    }

    void awaitStyles(String key) {
        await().pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(stage.made("s", key)).hasSize(6));
    }

    private void assertIsUprightAndClean(String path, String sourceTag) throws IOException {
        var file = stage.rendition(path);
        var name = path.substring(path.lastIndexOf('/') + 1);
        var style = name.replace(".webp", "");
        var head = stage.head(path);

        assertThat(head.contentType())
                .isEqualTo(
                        name.endsWith(".webp") && stage.writesWebp() ? "image/webp" : "image/jpeg");
        assertThat(head.metadata())
                .containsEntry("source-etag", sourceTag)
                .containsKey("style-hash");
        var picture = TestPhoto.read(file);
        assertThat(picture.getWidth() + "x" + picture.getHeight()).isEqualTo(SIZES.get(style));
        assertThat(TestPhoto.colorsIn(picture)).isEqualTo(TestPhoto.colors(0));
        assertThat(picture.getColorModel().getColorSpace().isCS_sRGB()).isTrue();
        assertThat(new String(file, ISO_8859_1))
                .doesNotContain("Exif", "EXIF", TestPhoto.SECRET, "xmp", "XMP");
    }

    static List<String> colorsOf(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        return TestPhoto.colorsIn(TestPhoto.read(answer.body()));
    }

    private static String sizeOf(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        var picture = TestPhoto.read(answer.body());
        return picture.getWidth() + "x" + picture.getHeight();
    }

    private static String cache(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("x-cache").orElse("");
    }
}
