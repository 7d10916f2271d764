package io.imagehandler.engine.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.transformation.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MissingFontsTest {

    private static final Lettering HELLO =
            new Lettering("Hello", Typeface.WQY_ZENHEI, 40, Color.BLACK, 0, Color.BLACK);

    @Test
    void saysNoToTheClientWithoutDetailsOfTheMachine() {
        var typesetter =
                Typesetter.of(() -> {
                    throw new NoClassDefFoundError("sun.font.Secret");
                });

        assertThat(typesetter.available()).isFalse();
        assertThatExceptionOfType(UnsupportedFormat.class)
                .isThrownBy(() -> typesetter.set(HELLO))
                .withMessage("text cannot be drawn here, since this installation has no fonts");
        assertThat(typesetter.summary())
                .contains("fonts-wqy-zenhei", "NoClassDefFoundError: sun.font.Secret");
    }

    /// Hides fontconfig behind an empty file, as on a machine that lacks it.
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "fontconfig is of Linux")
    void isAStateOnAMachineWithoutFontconfig(@TempDir Path libraries) throws Exception {
        Files.createFile(libraries.resolve("libfontconfig.so.1"));
        Files.createFile(libraries.resolve("libfontconfig.so"));

        assertThat(outputOf(libraries)).contains("available: false", "install fontconfig");
    }

    /// What [Program] says in a JVM that looks for native libraries here first.
    private static String outputOf(Path libraries) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(
                                java,
                                "-Djava.awt.headless=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Program.class.getName())
                        .redirectErrorStream(true);
        builder.environment().put("LD_LIBRARY_PATH", libraries.toString());
        var process = builder.start();
        var output = process.inputReader(StandardCharsets.UTF_8).readAllAsString();
        process.waitFor();
        return output;
    }

    static final class Program {

        private Program() {}

        public static void main(String[] arguments) {
            var typesetter = Typesetter.ofInstalledFonts();
            System.out.println("available: " + typesetter.available());
            System.out.println(typesetter.summary());
        }
    }
}
