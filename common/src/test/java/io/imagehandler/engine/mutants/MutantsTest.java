package io.imagehandler.engine.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.imagehandler.engine.vips.VipsLibrary;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged files are answered with a picture or a refusal: no crash, no hang, no other exception.
///
/// `-Dimagehandler.mutants=50000` says how many there are for each engine; a number always stands
/// for the same mutant. They are tried in a process of their own, which a decoder may crash.
class MutantsTest {

    private static final int COUNT = Integer.getInteger("imagehandler.mutants", 1_500);

    /// Far more than any of them takes on a busy machine.
    private static final int SECONDS_FOR_ONE = 60;

    private static final int MOST_FAILURES = 20;

    @TempDir private Path directory;

    @Test
    void libvipsSurvivesThem() throws Exception {
        var search = VipsLibrary.find(System.getProperty("imagehandler.libvips", ""));
        assumeTrue(
                search instanceof VipsLibrary.Search.Found
                        || Boolean.getBoolean("imagehandler.require-libvips"),
                search::toString);

        assertThat(failures("vips")).isEmpty();
    }

    @Test
    void thumbnailatorSurvivesThem() throws Exception {
        assertThat(failures("thumbnailator")).isEmpty();
    }

    /// What went wrong with which mutant; after each the rest is tried too.
    private List<String> failures(String engine) throws IOException, InterruptedException {
        var failures = new ArrayList<String>();
        int next = 0;
        while (next < COUNT && failures.size() < MOST_FAILURES) {
            var output = directory.resolve("output");
            var process = start(engine, next, output);
            boolean hangs = !advances(process);
            var text = Files.readString(output);
            if (!hangs && process.exitValue() == 0) {
                System.out.println(engine + "\n" + text);
                break;
            }
            failures.add("mutant " + reached() + (hangs ? " hangs" : ": " + text));
            next = reached() + 1;
        }
        return failures;
    }

    private Process start(String engine, int from, Path output) throws IOException {
        Files.deleteIfExists(progress());
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + directory.resolve("crash"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-Dimagehandler.libvips=" + System.getProperty("imagehandler.libvips", ""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Mutants.class.getName(),
                        engine,
                        String.valueOf(from),
                        String.valueOf(COUNT),
                        progress().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /// Waits until the process ends; false if it had to be stopped because it got stuck.
    private boolean advances(Process process) throws IOException, InterruptedException {
        int before;
        do {
            before = reached();
            if (process.waitFor(SECONDS_FOR_ONE, TimeUnit.SECONDS)) {
                return true;
            }
        } while (reached() != before);
        process.destroyForcibly().waitFor();
        return false;
    }

    /// The mutant that is being tried; -1 before the first.
    private int reached() throws IOException {
        if (!Files.exists(progress()) || Files.size(progress()) < Integer.BYTES) {
            return -1;
        }
        try (var file = new DataInputStream(Files.newInputStream(progress()))) {
            return file.readInt();
        }
    }

    private Path progress() {
        return directory.resolve("progress");
    }
}
