package io.imagehandler.ondemand.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imagehandler.engine.text.Typesetter;
import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.ondemand.http.RawHttp.Answer;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.TestPictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What the language can ask for beside one picture made of one other: answers, originals passed
/// on, watermarks.
@OnDemandTest
class LanguageTest {

    private static final int RED = 0xFF0000;
    private static final int BLUE = 0x0000FF;
    private static final byte[] PICTURE = TestPictures.png(40, 30, RED);

    private final String key = UUID.randomUUID() + ".png";
    private final String mark = UUID.randomUUID() + " mark.png";

    @LocalServerPort private int port;
    @Autowired private InMemoryOriginals originals;
    @Autowired private InMemoryRenditions renditions;
    @Autowired private Typesetter typesetter;

    @BeforeEach
    void upload() {
        originals.upload(key, PICTURE, "image/gif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/KEY?x-oss-process=image/info", "/_r/x/KEY/info"})
    void tellsAboutTheStoredFile(String target) {
        Answer answer = get(target);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body())
                .isEqualTo(
                        """
                        {"FileSize":{"value":"%d"},"Format":{"value":"png"},\
                        "FrameCount":{"value":"1"},"ImageHeight":{"value":"30"},\
                        "ImageWidth":{"value":"40"}}\
                        """
                                .formatted(PICTURE.length));
        isLikeAPicture(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/KEY?x-oss-process=image/average-hue", "/_r/x/KEY/average-hue"})
    void tellsTheMeanColour(String target) {
        originals.upload(key, TestPictures.png(40, 30, 0x0A1BFF), "image/png");

        Answer answer = get(target);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
        assertThat(answer.body()).isEqualTo("0x0a1bff");
        isLikeAPicture(answer);
    }

    private static void isLikeAPicture(Answer answer) {
        assertThat(answer.header("Content-Length")).isEqualTo("" + answer.bytes().length);
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=86400, s-maxage=60");
        assertThat(answer.header("ETag")).matches("\"[0-9A-Za-z_-]{30}\"");
        assertThat(answer.header("Vary")).isEmpty();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "average-hue", "resize,w_9/threshold,1000000"})
    void givesTheSameHeadersWithoutTheAnswer(String text) {
        Answer whole = get("/KEY?x-oss-process=image/" + text);

        Answer head = new RawHttp(port).request("HEAD", "/" + key + "?x-oss-process=image/" + text);

        assertThat(head.body()).isEmpty();
        assertThat(head.status()).isEqualTo(200);
        for (String name : new String[] {"Content-Length", "Content-Type", "ETag"}) {
            assertThat(head.header(name)).isEqualTo(whole.header(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "average-hue", "threshold,1000000"})
    void storesNeitherAnswersNorOriginals(String text) {
        get("/KEY?x-oss-process=image/" + text);
        get("/KEY?x-oss-process=image/resize,w_9");

        await().until(() -> renditions.stored().containsKey("_r/x/" + key + "/resize,w_9"));
        assertThat(renditions.stored().keySet()).filteredOn(path -> path.contains(key)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"info", "average-hue"})
    void tellsNothingOfWhatIsNotAnImage(String query) {
        originals.delete(key);
        isRefused(query, 404, "NoSuchKey");

        originals.upload(key, "hello".getBytes(UTF_8), "image/png");
        isRefused(query, 415, "UnsupportedFormat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/KEY?x-oss-process=image/resize,w_9/threshold,1000000",
                "/KEY?x-oss-process=image/threshold,1000000/format,jpg/rotate,90",
                "/_r/x/KEY/resize,w_9~threshold,1000000"
            })
    void passesOnAFileThatIsSmallerThanTheThreshold(String target) {
        Answer answer = get(target);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEqualTo(PICTURE);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        isLikeAPicture(answer);
    }

    @Test
    void rendersAFileThatIsAsLargeAsTheThreshold() throws IOException {
        Answer answer = get("/KEY?x-oss-process=image/resize,w_9/threshold," + PICTURE.length);

        assertThat(picture(answer).getWidth()).isEqualTo(9);
    }

    @Test
    void putsAStoredPictureOverAnother() throws IOException {
        originals.upload(mark, TestPictures.png(4, 4, BLUE), "image/png");

        BufferedImage picture = picture(get("/KEY?x-oss-process=image/" + watermark("")));

        assertThat(picture.getRGB(0, 0)).isEqualTo(0xFF000000 | BLUE);
        assertThat(picture.getRGB(3, 3)).isEqualTo(0xFF000000 | BLUE);
        assertThat(picture.getRGB(4, 4)).isEqualTo(0xFF000000 | RED);
    }

    @Test
    void knowsOfWhichWatermarkARenditionWasMade() {
        originals.upload(mark, TestPictures.png(4, 4, BLUE), "image/png");
        String blue = recipeOf(watermark(",t_90"));

        originals.upload(mark, TestPictures.png(4, 4, 0x00FF00), "image/png");

        assertThat(recipeOf(watermark(",t_90"))).isNotEqualTo(blue);
    }

    /// Stored under another key each time, since nothing replaces what is stored.
    private String recipeOf(String text) {
        String other = UUID.randomUUID() + ".png";
        originals.upload(other, PICTURE, "image/png");
        new RawHttp(port).get("/" + other + "?x-oss-process=image/" + text);
        String path = "_r/x/" + other + "/" + text;
        await().until(() -> renditions.stored().containsKey(path));
        return renditions.stored().get(path).provenance().recipe();
    }

    @Test
    void saysThatTheImageOfTheWatermarkIsMissing() {
        Answer answer = isRefused(watermark(""), 404, "NoSuchKey");

        assertThat(answer.body())
                .contains("there is no image of the watermark")
                .doesNotContain(mark);
    }

    @Test
    void looksForNoWatermarkInThePlaceOfRenditions() {
        String encoded = encoded("_r/s/" + key + "/small");

        isRefused("watermark,image_" + encoded, 404, "NoSuchKey");
    }

    @Test
    void saysThatTheImageOfTheWatermarkIsDamaged() {
        originals.upload(mark, Arrays.copyOf(PICTURE, PICTURE.length / 2), "image/png");

        Answer answer = isRefused(watermark(""), 422, "UndecodableImage");

        assertThat(answer.body()).contains("the image of the watermark: ");
    }

    @Test
    void saysThatTheImageOfTheWatermarkIsNone() {
        originals.upload(mark, "hello".getBytes(UTF_8), "image/png");

        Answer answer = isRefused(watermark(""), 415, "UnsupportedFormat");

        assertThat(answer.body()).contains("the image of the watermark: ");
    }

    @Test
    void readsNoMoreOfAWatermarkThanOfAnOriginal() {
        originals.upload(mark, new byte[50_000_001], "image/png");

        Answer answer = isRefused(watermark(""), 413, "ImageTooLarge");

        assertThat(answer.body()).contains("the image of the watermark has more than");
    }

    @Test
    void putsTextOverAPicture() throws IOException {
        assumeTrue(typesetter.available(), typesetter::summary);
        originals.upload(key, TestPictures.png(200, 100, RED), "image/png");
        String text = "watermark,color_0000FF,g_center,size_60,text_" + encoded("H漢");

        BufferedImage picture = picture(get("/KEY?x-oss-process=image/" + text));

        int[] pixels = picture.getRGB(0, 0, 200, 100, null, 0, 200);
        assertThat(Arrays.stream(pixels).filter(rgb -> rgb == (0xFF000000 | BLUE)).count())
                .isBetween(300L, 10_000L);
    }

    @Test
    void saysWhichFormatsItCanWrite() {
        Answer answer = isRefused("format,avif", 415, "UnsupportedFormat");

        assertThat(answer.body())
                .contains("the format avif cannot be written here, only jpg, png, gif");
    }

    private String watermark(String more) {
        return "watermark,g_nw,image_" + encoded(mark) + more + ",x_0,y_0";
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static BufferedImage picture(Answer answer) throws IOException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return ImageIO.read(new ByteArrayInputStream(answer.bytes()));
    }

    private Answer isRefused(String text, int status, String code) {
        Answer answer = get("/KEY?x-oss-process=image/" + text);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        return answer;
    }

    private Answer get(String target) {
        return new RawHttp(port).get(target.replace("KEY", key));
    }
}
