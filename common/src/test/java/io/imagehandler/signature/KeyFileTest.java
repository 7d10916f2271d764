package io.imagehandler.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    private static final String OLD = "old=" + "o".repeat(32);
    private static final String NEW = "new=nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("keys");
        Files.writeString(file, "# keys\n\n " + OLD + "\r\n");
    }

    @Test
    void findsTheKeys() throws IOException {
        Files.writeString(file, OLD + "\nequal = a=b=c" + "c".repeat(32));
        KeyFile keys = open();

        assertThat(keys.find("old")).isPresent();
        assertThat(keys.find("equal")).isPresent();
        assertThat(keys.find("new")).isEmpty();
    }

    @Test
    void findsAnAddedKeyWithinAMinute() throws IOException {
        KeyFile keys = open();
        Files.writeString(file, OLD + "\n" + NEW);

        pass(SOON);

        assertThat(keys.find("old")).isPresent();
        assertThat(keys.find("new")).isPresent();
    }

    @Test
    void forgetsARemovedKeyWithinAMinute() throws IOException {
        KeyFile keys = open();
        Files.writeString(file, NEW);

        pass(SOON);

        assertThat(keys.find("old")).isEmpty();
    }

    @Test
    void readsAgainWhenTheClockWasSetBack() throws IOException {
        KeyFile keys = open();
        Files.writeString(file, NEW);

        pass(Duration.ofDays(-1));

        assertThat(keys.find("old")).isEmpty();
    }

    @Test
    void doesNotReadForEveryRequest() throws IOException {
        KeyFile keys = open();
        Files.writeString(file, NEW);

        pass(Duration.ofSeconds(9));

        assertThat(keys.find("old")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# none", "new", "new=short", "old=x\n" + NEW})
    void keepsTheLastGoodKeysWhenTheFileIsWrong(String text) throws IOException {
        KeyFile keys = open();
        Files.writeString(file, text);

        pass(SOON);

        assertThat(keys.find("old")).isPresent();
        assertThat(keys.find("new")).isEmpty();
    }

    @Test
    void goesOnWhenTheFileIsBack() throws IOException {
        KeyFile keys = open();
        Files.delete(file);
        pass(SOON);
        assertThat(keys.find("old")).isPresent();
        Files.writeString(file, NEW);

        pass(SOON);

        assertThat(keys.find("old")).isEmpty();
        assertThat(keys.find("new")).isPresent();
    }

    @Test
    void doesNotBeginWithoutAFile() throws IOException {
        Files.delete(file);

        assertThatIOException().isThrownBy(this::open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "new", "=ssssssssssssssssssssssssssssssss", "a=sssssss\u00e9"})
    void doesNotBeginWithAWrongFile(String text) throws IOException {
        Files.writeString(file, text);

        assertThatIllegalArgumentException()
                .isThrownBy(this::open)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("ssss"));
    }

    @Test
    void doesNotReadAHugeFile() throws IOException {
        Files.writeString(file, OLD + "\n#" + "x".repeat(64 << 10));

        assertThatIllegalArgumentException().isThrownBy(this::open);
    }

    private KeyFile open() throws IOException {
        return KeyFile.open(file, now::get);
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }
}
