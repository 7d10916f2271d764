package io.imagehandler.engine.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.failure.CrashedDecoder;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.Size;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Each with real processes, which really die.
class QuarantineTest {

    private static final long ADDRESS_SPACE = 2L << 30;
    private static final Duration LIMIT = Duration.ofMillis(100);
    private static final int GOOD = 30;

    private static final Plan PLAN =
            new Plan(
                    List.of(new Step.Scale(new Size(3, 4))),
                    new Size(3, 4),
                    1,
                    new Encoding.Webp(80));

    private final List<String> lost = new ArrayList<>();
    private int quarantined;

    private final Quarantine quarantine =
            new Quarantine(
                    new MoodyEngine(),
                    command(MoodyCell.class.getName()),
                    LIMIT,
                    new Quarantine.Observer() {
                        @Override
                        public void quarantined() {
                            quarantined++;
                        }

                        @Override
                        public void lost(String reason) {
                            lost.add(reason);
                        }
                    });

    @AfterEach
    void end() {
        quarantine.close();
    }

    @Test
    void givesWhatTheEngineGives() {
        EncodedImage image = quarantine.render(picture(GOOD), List.of(PLAN)).getFirst();

        assertThat(image.format()).isEqualTo(PLAN.encoding().format());
        assertThat(image.size()).isEqualTo(PLAN.size());
        assertThat(text(image)).isEqualTo(List.of(PLAN).toString());
        assertThat(quarantine.average(picture(GOOD))).isEqualTo(new Color(1, 2, 3));
        assertThat(quarantined).isEqualTo(2);
        assertThat(lost).isEmpty();
    }

    @Test
    void refusesAsTheEngineDoes() {
        assertThatThrownBy(() -> ask(MoodyEngine.DAMAGED))
                .isInstanceOf(UndecodableImage.class)
                .hasMessage("the picture is damaged");
        assertThatThrownBy(() -> ask(MoodyEngine.DEFECT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a defect");
        assertThat(lost).isEmpty();
    }

    @Test
    void survivesAPictureThatKillsItsDecoder() {
        assertThatThrownBy(() -> ask(MoodyEngine.SEGFAULT)).isInstanceOf(CrashedDecoder.class);

        assertThat(lost).containsExactly("died");
        assertThat(ask(GOOD)).isNotEmpty();
    }

    @Test
    void blamesNoPictureForWhatOneBeforeItMayHaveLeftBroken() {
        assertThat(ask(GOOD)).isNotEmpty();

        assertThatThrownBy(() -> ask(MoodyEngine.SEGFAULT)).isInstanceOf(CrashedDecoder.class);
        assertThat(lost).as("once where another was before, once alone").hasSize(2);
    }

    @Test
    void killsADecoderThatComesToNoEnd() {
        long process = Long.parseLong(ask(MoodyEngine.TELLS_PROCESS));

        assertThatThrownBy(() -> ask(MoodyEngine.ENDLESS)).isInstanceOf(CrashedDecoder.class);

        assertThat(lost).containsExactly("hung");
        await().until(() -> ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(ask(GOOD)).isNotEmpty();
    }

    @Test
    void usesOneProcessForManyPicturesButNotForAll() {
        var processes = new ArrayList<String>();
        for (int i = 0; i < 401; i++) {
            processes.add(ask(MoodyEngine.TELLS_PROCESS));
        }

        assertThat(new HashSet<>(processes.subList(0, 200))).hasSize(1);
        assertThat(new HashSet<>(processes)).hasSize(3);
    }

    @Test
    void tellsItsDecoderNothingOfTheEnvironment() {
        String environment = ask(MoodyEngine.TELLS_ENVIRONMENT);

        assertThat(environment).contains("MALLOC_ARENA_MAX").doesNotContain("HOME=", "PATH=");
    }

    @Test
    void limitsWhatItsDecoderMayTake() {
        assumeTrue(Files.isReadable(Path.of("/proc/self/limits")), "this system tells no limits");

        assertThat(ask(MoodyEngine.TELLS_LIMITS))
                .containsPattern("Max cpu time +60 ")
                .containsPattern("Max address space +" + ADDRESS_SPACE + " ")
                .containsPattern("Max core file size +0 ");
    }

    @Test
    void leavesNoProcessBehindWhoeverAskedForIt() throws Exception {
        Process alone = command(MoodyCell.class.getName()).start();
        var requests = new ValueWriter(alone.getOutputStream());
        requests.write(
                Request.class, new Request.Render(picture(MoodyEngine.ENDLESS), List.of(PLAN)));
        requests.flush();
        assertThat(alone.getInputStream().read()).isNotNegative();

        alone.getOutputStream().close();
        assertThat(alone.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void blamesNoPictureForAProcessThatDoesNotStart() {
        try (var broken =
                new Quarantine(
                        new MoodyEngine(),
                        command("io.imagehandler.NoSuchProgram"),
                        LIMIT,
                        Quarantine.Observer.none())) {
            assertThatThrownBy(() -> broken.render(picture(GOOD), List.of(PLAN)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no quarantine could be started");
        }
    }

    private String ask(int mood) {
        return text(quarantine.render(picture(mood), List.of(PLAN)).getFirst());
    }

    private static String text(EncodedImage image) {
        return UTF_8.decode(image.bytes()).toString();
    }

    private static CheckedImage picture(int width) {
        return Pngs.of(Pictures.nineCells(new Size(width, 9))).checked();
    }

    private static CellCommand command(String main) {
        var program =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:CompressedClassSpaceSize=48m",
                        "-XX:ReservedCodeCacheSize=32m",
                        "-XX:+SuppressFatalErrorMessage",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main);
        return new CellCommand(program, ADDRESS_SPACE, Duration.ofMinutes(1));
    }
}
