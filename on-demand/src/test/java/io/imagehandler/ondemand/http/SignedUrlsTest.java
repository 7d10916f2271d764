package io.imagehandler.ondemand.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.ondemand.OnDemandTest;
import io.imagehandler.ondemand.http.RawHttp.Answer;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.TestPictures;
import io.imagehandler.signature.SigningKey;
import io.imagehandler.signature.UrlSigner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// The service where viewers ask it themselves, and sizes of one's own must be signed.
@OnDemandTest
@TestPropertySource(
        properties = {
            "image-handler.signing.mode=ad-hoc",
            "image-handler.signing.keys.k1=" + SignedUrlsTest.SECRET,
            "image-handler.signing.forbidden=originals"
        })
class SignedUrlsTest {

    static final String SECRET = "0123456789abcdefghijklmnopqrstuvwxyz";

    private static final String URL = "/photo.png?x-oss-process=image/resize,w_20";

    @LocalServerPort private int port;
    @Autowired private InMemoryOriginals originals;
    @Autowired private Steps steps;

    @BeforeEach
    void upload() {
        originals.upload("photo.png", TestPictures.png(40, 30, 0xFF0000), "image/png");
    }

    @Test
    void givesASignedUrlItsPictureAndLetsNobodyKeepItLonger() {
        Answer answer = get(signed(URL, Duration.ofMinutes(10), Instant.now()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(maxAge(answer)).isBetween(1L, 600L);
    }

    @Test
    void letsNobodyKeepWhatIsOverByAMomentOnly() {
        Instant before = Instant.now().minusSeconds(90);

        Answer answer = get(signed(URL, Duration.ofSeconds(60), before));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(maxAge(answer)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # request                                               | status | code
                    /photo.png?x-oss-process=image/resize,w_20              | 403    | SignatureInvalid
                    /photo.png?x-oss-process=image/nonsense                 | 403    | SignatureInvalid
                    /absent.png?x-oss-process=image/resize,w_20             | 403    | SignatureInvalid
                    /photo.png?x-oss-process=image/info                     | 403    | SignatureInvalid
                    /photo.png?im=Resize,width=20                           | 403    | SignatureInvalid
                    /photo.png?x-oss-process=a&x-oss-process=b              | 400    | InvalidArgument
                    /photo.png                                              | 403    | AccessDenied
                    /photo.png@!nosuch                                      | 404    | NoSuchStyle
                    /_r/x/photo.png/threshold,999999                        | 403    | AccessDenied
                    """)
    void refusesInTheOrderOfTheLanguage(String request, int status, String code) {
        Answer answer = get(request);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        if (status == 403) {
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void saysWhenASignatureIsOver() {
        Answer answer = get(signed(URL, Duration.ofSeconds(60), Instant.now().minusSeconds(3_600)));

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.body()).contains("\"code\":\"SignatureExpired\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void servesStylesAndTheEdgeWithout() {
        assertThat(get("/photo.png@!small").status()).isEqualTo(200);
        assertThat(get("/_r/x/photo.png/resize,w_20").status()).isEqualTo(200);
    }

    @Test
    void asksNoStoreForWhatIsNotSigned() {
        int before = steps.taken().size();
        int most = Integer.getInteger("imagehandler.unsigned", 2_000);

        int refused = 0;
        for (int i = 0; i < most; i++) {
            String text = "image/resize,w_" + (1 + i % 4_000);
            refused += get("/u" + i + ".png?x-oss-process=" + text).status() == 403 ? 1 : 0;
        }
        System.out.printf(
                "unsigned ad-hoc URLs: %,d of %,d refused, the stores asked %d times%n",
                refused, most, steps.taken().size() - before);

        assertThat(refused).isEqualTo(most);
        assertThat(steps.taken()).hasSize(before);
    }

    private Answer get(String target) {
        return new RawHttp(port).get(target);
    }

    private static long maxAge(Answer answer) {
        return Long.parseLong(
                answer.header("Cache-Control").replaceFirst(".*max-age=([0-9]+).*", "$1"));
    }

    private static String signed(String url, Duration valid, Instant now) {
        var key = SigningKey.of("k1", SECRET);
        return new UrlSigner(key, InstantSource.fixed(now)).sign(url, valid);
    }
}
