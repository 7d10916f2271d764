package io.imagehandler.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imagehandler.local.s3.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The script that operators try a deployment with: it must be content with what works, and must
/// not be with what does not.
@TestInstance(Lifecycle.PER_CLASS)
class SmokeIT {

    private static final Path SCRIPT = Path.of("../infra/smoke/smoke");
    private static final List<String> PROGRAMS = List.of("bash", "curl", "openssl");

    private Settings settings;
    private Stack stack;
    private Stage stage;

    /// How a run of the script ended, and what it printed.
    private record Run(int code, String said) {

        List<String> complaints() {
            return said.lines().filter(line -> line.startsWith("FAIL")).toList();
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        for (var program : PROGRAMS) {
            assumeTrue(isHere(program), program + " is not here");
        }
        settings =
                new Settings(
                        FreePort.any(),
                        FreePort.any(),
                        FreePort.any(),
                        FreePort.any(),
                        FreePort.any(),
                        FreePort.any(),
                        FreePort.any(),
                        folder,
                        Settings.Engine.AUTO,
                        System.getProperty("imagehandler.libvips", ""),
                        Delivery.ONCE,
                        Settings.Signing.AD_HOC,
                        Settings.Host.OWN);
        stack = Stack.start(settings, new Progress());
        stage = new Stage(stack.product(), stack.endpoints(), Stack.logs(settings), stack::close);
        assumeTrue(stage.writesWebp(), "libvips is not here, and a deployment has it");
    }

    @AfterAll
    void end() {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void isContentWithTheWholeProduct() throws IOException, InterruptedException {
        var run = smoke("--bucket", "originals", "--derived", "derived", "--signing", "ad-hoc");

        assertThat(run.complaints()).as(run.said()).isEmpty();
        assertThat(run.code()).as(run.said()).isZero();
        assertThat(run.said()).contains("0 not.").doesNotContain("skip");
    }

    @Test
    void complainsOfAStyleThatIsNotThere() throws IOException, InterruptedException {
        var run = smoke("--bucket", "originals", "--style", "nobodys");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.complaints())
                .isNotEmpty()
                .anyMatch(line -> line.contains("?x-oss-process=style/") && line.contains("404"));
    }

    @Test
    void complainsOfAModeThatIsNotTheOneWanted() throws IOException, InterruptedException {
        stage.upload("there.jpg", TestPhoto.jpeg(0), "image/jpeg");

        var run = smoke("--key", "there.jpg", "--signing", "all");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.complaints())
                .singleElement()
                .asString()
                .contains("expected mode all, but it is ad-hoc");
    }

    @Test
    void complainsOfASecretThatIsNotTheOnesOfTheEdge() throws IOException, InterruptedException {
        stage.upload("there.jpg", TestPhoto.jpeg(0), "image/jpeg");

        var run = smoke(Map.of("IMAGE_HANDLER_SIGNING_SECRET", "x".repeat(99)), "--key=there.jpg");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.complaints())
                .anyMatch(line -> line.matches("FAIL +signed .*SignatureInvalid.*"));
    }

    @Test
    void saysThatNobodyAnswers() throws IOException, InterruptedException {
        var url = "http://127.0.0.1:" + FreePort.any();

        var run = run(Map.of(), List.of(SCRIPT.toString(), "--key", "any.jpg", url));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.said()).contains("Nothing answers at " + url);
    }

    private Run smoke(String... options) throws IOException, InterruptedException {
        var file = settings.data().resolve(SignedUrls.FILE).toString();
        return smoke(
                Map.of(),
                Stream.concat(Stream.of("--secret-file", file), Arrays.stream(options))
                        .toArray(String[]::new));
    }

    private Run smoke(Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(SCRIPT.toString(), "--wait", "60"));
        command.addAll(List.of("--s3", stack.endpoints().s3().toString()));
        command.addAll(List.of(options));
        command.add(stack.product().edge().toString());
        return run(environment, command);
    }

    private static Run run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment()
                .putAll(Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"));
        builder.environment().putAll(Map.of("AWS_REGION", "us-east-1"));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), said);
    }

    private static boolean isHere(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Path.of(folder, program).toFile().canExecute());
    }
}
