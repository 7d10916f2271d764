package io.imagehandler.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.request.RawRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlSignerTest {

    private static final String SECRET = "a-secret-of-more-than-32-characters";
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private final UrlSigner signer = new UrlSigner(SigningKey.of("k1", SECRET), CLOCK);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://images.example/photos/cat.jpg?x-oss-process=image/resize,w_300",
                "https://images.example:8443/a.jpg!thumb",
                "https://images.example//a.jpg@!thumb",
                "http://[::1]:80/a.jpg?im=Resize,width=300",
                "/a.jpg?v=3&x-oss-process=style/thumb&",
                "/a.jpg?",
                "/a.jpg",
                "//a.jpg",
                "/a://b.jpg?x-oss-process=image/info",
                "/caf%C3%A9/%F0%9F%90%88.jpg",
                "/a%2Bb.jpg%21x"
            })
    void makesSignaturesThatAreRight(String url) {
        String signed = signer.sign(url, Duration.ofHours(1));

        assertThat(signed).startsWith(url).contains("x-sig=k1.").endsWith("&x-exp=1800003600");
        assertThat(verdict(signed)).isEqualTo(new Verdict.Signed(NOW.plusSeconds(3600)));
    }

    @Test
    void signsWhatIsNotYetAUrl() {
        var original = new OriginalKey("caf\u00e9/a b.jpg");

        String parameters =
                signer.parameters(original, "image/resize,w_300", Duration.ofMinutes(1));

        String url = "/caf%C3%A9/a%20b.jpg?x-oss-process=image%2Fresize%2Cw_300&" + parameters;
        assertThat(verdict(url)).isEqualTo(new Verdict.Signed(NOW.plusSeconds(60)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    https://images.example       | the URL must be https://<host>/<key> or /<key>
                    https://images.example?a=/b  | the URL must be https://<host>/<key> or /<key>
                    images.example/a.jpg         | the URL must be https://<host>/<key> or /<key>
                    /a.jpg#top                   | the URL must have no fragment
                    /a.jpg?x-sig=k1.x            | the URL must not be signed
                    /a.jpg?x-exp=1               | the URL must not be signed
                    """)
    void refusesWhatItCannotSign(String url, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signer.sign(url, Duration.ofHours(1)))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a.jpg?x-oss-process=image/resize,w_0",
                "/a%",
                "/_r/x/a.jpg/info",
                "/",
                "https://images.example/"
            })
    void refusesWhatWouldNotBeServed(String url) {
        assertThatExceptionOfType(ImageFailure.class)
                .isThrownBy(() -> signer.sign(url, Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.999S", "-PT1S", "P7DT1S"})
    void refusesATimeOutOfRange(Duration valid) {
        assertThatIllegalArgumentException().isThrownBy(() -> signer.sign("/a.jpg", valid));
    }

    private static Verdict verdict(String url) {
        var policy = new Verification.Policy(SigningMode.ALL, Set.of());
        var target = UrlTarget.of(url);
        return new Verification(policy, KeyRing.of(Map.of("k1", SECRET)), CLOCK)
                .of(RawRequest.parse(target.path(), target.query()));
    }
}
