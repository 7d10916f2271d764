package io.imagehandler.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.request.RawRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignTest {

    private static final String SECRET = "a-secret-of-more-than-32-characters";
    private static final Map<String, String> ENVIRONMENT =
            Map.of("IMAGE_HANDLER_SIGNING_SECRET", SECRET);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsTheSignedUrl() {
        assertThat(run(ENVIRONMENT, "https://images.example/a.jpg!thumb")).isZero();

        assertThat(left(printed(out), "k1")).isBetween(minutes(59), minutes(60));
    }

    @Test
    void takesEveryOption(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");

        int outcome =
                run(
                        Map.of(),
                        "--secret-file",
                        file.toString(),
                        "/a.jpg",
                        "--key-id",
                        "2027",
                        "--expires",
                        "7d");

        assertThat(outcome).isZero();
        assertThat(left(printed(out), "2027")).isBetween(minutes(10_079), minutes(10_080));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --expires 8d /a.jpg       | a URL must be valid for 1 s to 7 days
                    --expires 1w /a.jpg       | --expires must be like 90s, 30m, 12h or 7d but is '1w'
                    --key-id a.b /a.jpg       | the id of a key must be 1 to 32 letters
                    --secret x /a.jpg         | There is no option --secret
                    /a.jpg --key-id           | --key-id needs a value
                    --key-id k1               | There must be one URL but there are 0
                    /a.jpg /b.jpg             | There must be one URL but there are 2
                    /a.jpg?x-oss-process=a    | This URL would be refused
                    --secret-file none /a.jpg | The file of the secret cannot be read: none
                    """)
    void saysWhatIsWrong(String arguments, String reason) {
        assertThat(run(ENVIRONMENT, arguments.split(" "))).isEqualTo(2);

        assertThat(printed(err)).contains(reason).doesNotContain(SECRET);
        assertThat(printed(out)).isEmpty();
    }

    @Test
    void needsASecret() {
        assertThat(run(Map.of(), "/a.jpg")).isEqualTo(2);

        assertThat(printed(err)).contains("IMAGE_HANDLER_SIGNING_SECRET").contains("--secret-file");
    }

    @Test
    void tellsHowItIsUsed() {
        assertThat(run(Map.of(), "--help")).isZero();

        assertThat(printed(out)).contains("--key-id", "--expires", "--secret-file");
    }

    private int run(Map<String, String> environment, String... arguments) {
        return Sign.run(
                List.of(arguments),
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String printed(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).strip();
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    /// How long the URL is valid yet.
    static Duration left(String url, String keyId) {
        var policy = new Verification.Policy(SigningMode.ALL, Set.of());
        var keys = KeyRing.of(Map.of(keyId, SECRET));
        var target = UrlTarget.of(url);
        Verdict verdict =
                new Verification(policy, keys, InstantSource.system())
                        .of(RawRequest.parse(target.path(), target.query()));
        assertThat(verdict).isInstanceOf(Verdict.Signed.class);
        return Duration.between(Instant.now(), ((Verdict.Signed) verdict).expiry());
    }
}
