package io.imagehandler.ondemand.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.ondemand.http.RawHttp.Answer;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.TestPictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// From a URL to a picture. Each test has an original of its own, since the stores are shared.
@OnDemandTest
class PictureTest {

    private static final byte[] PICTURE = TestPictures.png(40, 30, 0xFF0000);

    private final String key = UUID.randomUUID() + ".png";

    @LocalServerPort private int port;
    @Autowired private InMemoryOriginals originals;
    @Autowired private InMemoryRenditions renditions;
    @Autowired private Steps steps;

    private EntityTag tag;

    @BeforeEach
    void upload() {
        tag = originals.upload(key, PICTURE, "image/png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /KEY?x-oss-process=image/resize,w_20               | 20 | 15
                    /KEY?x-oss-process=image//resize,w_0020,/          | 20 | 15
                    /KEY?im=Resize,width=20                            | 20 | 15
                    /KEY?x-oss-process=style/small                     | 20 | 15
                    /KEY@!small                                        | 20 | 15
                    /KEY!small                                         | 20 | 15
                    /KEY@!two.formats                                  | 20 | 15
                    /_r/s/KEY/small                                    | 20 | 15
                    /_r/s/KEY/two~formats.3                            | 20 | 15
                    /_r/s/KEY/two~formats.2                            | 20 | 15
                    /_r/x/KEY/resize,w_20                              | 20 | 15
                    /_r/x/KEY/resize,w_20~rotate,90                    | 15 | 20
                    """)
    void makesThePicture(String target, int width, int height) throws IOException {
        Answer answer = get(target);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.header("Content-Length")).isEqualTo("" + answer.bytes().length);
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=86400, s-maxage=60");
        assertThat(answer.header("ETag")).matches("\"[0-9A-Za-z_-]{30}\"");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.bytes()));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/KEY",
                "/KEY?v=3",
                "/KEY?x-oss-process=",
                "/KEY?x-oss-process=image/",
            })
    void givesTheOriginalAsItIsStored(String target) {
        Answer answer = get(target);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEqualTo(PICTURE);
        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.header("ETag")).isEqualTo("\"" + tag + "\"");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, image/jpeg",
        "image/svg+xml, image/svg+xml",
        "text/html, application/octet-stream",
        "image/png; x=\"y\", application/octet-stream",
        "IMAGE/PNG, application/octet-stream"
    })
    void believesADeclaredTypeOnlyIfItIsPlainlyAPictures(String declared, String sent) {
        originals.upload(key, PICTURE, declared);

        assertThat(get("/KEY").header("Content-Type")).isEqualTo(sent);
    }

    @Test
    void storesWhatItMadeUnderItsCanonicalPath() {
        get("/KEY?x-oss-process=image//resize,w_0021,/");

        String path = "_r/x/" + key + "/resize,w_21";
        await().until(() -> renditions.stored().containsKey(path));
        assertThat(renditions.stored().get(path).provenance().source()).isEqualTo(tag);
    }

    @Test
    void storesAStyleUnderTheVersionThatItHas() {
        get("/_r/s/KEY/two~formats.2");

        await().until(() -> renditions.stored().containsKey("_r/s/" + key + "/two~formats.3"));
    }

    @Test
    void saysThatTheAnswerDependsOnAcceptWhereItDoes() {
        assertThat(get("/KEY@!two.formats", "Accept: image/png").header("Vary"))
                .isEqualTo("Accept");
        assertThat(
                        get("/KEY?x-oss-process=image/resize,w_9/format,auto", "Accept: */*")
                                .header("Vary"))
                .isEqualTo("Accept");
        assertThat(get("/KEY@!small", "Accept: image/webp,*/*").header("Vary")).isEmpty();
    }

    @Test
    void refusesWhatIsNotAnImage() {
        originals.upload(key, "hello".getBytes(UTF_8), "image/png");

        isRefused(415, "UnsupportedFormat");
        originals.upload(key, new byte[0], "image/png");
        isRefused(415, "UnsupportedFormat");
    }

    @Test
    void refusesWhatIsDamaged() {
        originals.upload(key, java.util.Arrays.copyOf(PICTURE, PICTURE.length / 2), "image/png");

        isRefused(422, "UndecodableImage");
    }

    @Test
    void refusesWhatHasTooManyBytes() {
        originals.upload(key, new byte[50_000_001], "image/png");

        isRefused(413, "ImageTooLarge");
    }

    @Test
    void saysThatTheStorageRefusesAndWhenToTryAgain() {
        fail(S3Exception.builder().statusCode(403).message("bucket secret").build());

        Answer answer = isRefused(503, "StorageUnavailable");

        assertThat(answer.header("Retry-After")).matches("[123]");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void saysThatTheStorageFailsForAnOriginalAsWell() {
        fail(SdkClientException.create("connection to 10.0.0.1 refused"));

        Answer answer = get("/KEY");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).doesNotContain("10.0.0.1");
    }

    @Test
    void saysThatTheStorageWasTooSlow() {
        fail(ApiCallTimeoutException.builder().message("15 s").build());

        isRefused(504, "Timeout");
    }

    @Test
    void hidesItsOwnDefects() {
        fail(new IllegalStateException("secret"));

        Answer answer = isRefused(500, "InternalError");

        assertThat(answer.body()).doesNotContain("secret");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    private void fail(RuntimeException failure) {
        steps.before(
                steps.taken().size(),
                () -> {
                    throw failure;
                });
    }

    private Answer isRefused(int status, String code) {
        Answer answer = get("/KEY@!small");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        return answer;
    }

    private Answer get(String target, String... headers) {
        return new RawHttp(port).get(target.replace("KEY", key), headers);
    }
}
