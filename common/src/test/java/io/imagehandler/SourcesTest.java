package io.imagehandler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the sources of all modules have in common.
class SourcesTest {

    private static final int LONGEST_FILE = 200;

    /// Files that are longer on purpose, each with the reason.
    private static final Map<String, String> LONGER = Map.of();

    @Test
    void keepsEveryFileShortEnoughToBeReadAtOnce() {
        assertThat(sources())
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(lines(file))
                                .as(file.toString())
                                .isLessThanOrEqualTo(LONGEST_FILE));
    }

    private static List<Path> sources() {
        try (var files = Files.walk(Path.of(".."))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(file -> !LONGER.containsKey(file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
