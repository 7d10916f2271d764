package io.imagehandler.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What docs/signing.md shows is true.
class SigningPageTest {

    private static final Path PAGE = Path.of("..", "docs", "signing.md");
    private static final Path SIGNER =
            Path.of("src/main/java/io/imagehandler/signature/UrlSigner.java");
    private static final String SECRET = "a-secret-of-more-than-32-characters";

    @Test
    void signsInBash() throws Exception {
        assumeTrue(has("bash") && has("openssl"), "no bash and openssl here");
        var bash = new ProcessBuilder("bash", "-euc", example(Files.readString(PAGE), "bash"));
        bash.environment().put("IMAGE_HANDLER_SIGNING_SECRET", SECRET);
        Process process = bash.redirectErrorStream(true).start();

        String url =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(SignTest.left(url, "k1"))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    }

    @Test
    void signsInJava() {
        assertThat(SignTest.left(compiled(SECRET), "k1"))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    }

    private static String compiled(String secret) {
        var signer = new UrlSigner(SigningKey.of("k1", secret), InstantSource.system());
        String url = "https://images.example/photos/cat.jpg?x-oss-process=image/resize,w_300";
        String signed = signer.sign(url, Duration.ofHours(1));
        return signed;
    }

    @Test
    void showsInJavaWhatIsCompiled() throws IOException {
        String documented = Files.readString(SIGNER).replaceAll("(?m)^/// ?", "");
        String here =
                Files.readString(
                        Path.of("src/test/java/io/imagehandler/signature/SigningPageTest.java"));

        for (String text : List.of(documented, Files.readString(PAGE))) {
            assertThat(lines(here)).containsSequence(lines(example(text, "java")));
        }
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String example(String text, String language) {
        Matcher matcher =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static boolean has(String command) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
