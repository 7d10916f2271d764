package io.imagehandler.worker.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.worker.deadletter.DeadLetterDesk;
import io.imagehandler.worker.queue.InMemorySqs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLettersCommandTest {

    private final InMemorySqs sqs = new InMemorySqs();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void die() {
        sqs.put("dead", "one", Map.of("reason", "transient"));
        sqs.put("dead", "two", Map.of("reason", "undecodable"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # typed                                 | exit | dead | uploads
                    dead-letters list                       |    0 |    2 | 0
                    dead-letters list --reason transient    |    0 |    2 | 0
                    dead-letters redrive                    |    0 |    0 | 2
                    dead-letters redrive --reason transient |    0 |    1 | 1
                    dead-letters redrive no-such-id         |    0 |    2 | 0
                    dead-letters discard --reason=transient |    0 |    1 | 0
                    dead-letters discard --all              |    0 |    0 | 0
                    dead-letters discard                    |    2 |    2 | 0
                    dead-letters inspect                    |    2 |    2 | 0
                    dead-letters inspect no-such-id         |    1 |    2 | 0
                    dead-letters                            |    2 |    2 | 0
                    dead-letters burn                       |    2 |    2 | 0
                    dead-letters list --reasons transient   |    2 |    2 | 0
                    dead-letters discard --help             |    0 |    2 | 0
                    """)
    void doesWhatWasTyped(String typed, int exit, int dead, int uploads) {
        assertThat(run(typed)).hasValue(exit);
        assertThat(sqs.visible("dead")).hasSize(dead);
        assertThat(sqs.visible("uploads")).hasSize(uploads);
        assertThat(err.toString(UTF_8).isEmpty()).isEqualTo(exit != 2);
    }

    @Test
    void leavesSettingsToTheService() {
        assertThat(run("--server.port=8080")).isEmpty();
    }

    private OptionalInt run(String typed) {
        var command =
                new DeadLettersCommand((print, task) ->
                        task.at(
                                new DeadLetterDesk(
                                        sqs, sqs.queue("uploads"), sqs.queue("dead"), print)));
        var commands = new Commands(List.of(command), print(out), print(err));
        return commands.run(List.of(typed.split(" ", -1)));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, UTF_8);
    }
}
