package io.imagehandler.ondemand.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WatchdogTest {

    private static final Deadline DEADLINE = new Deadline(Duration.ofSeconds(15).toNanos());

    private final AtomicLong clock = new AtomicLong();
    private final Watchdog watchdog = new Watchdog(clock::get);

    @AfterEach
    void close() {
        watchdog.close();
    }

    @Test
    void isCalmForTwoSecondsAfterTheDeadline() {
        watchdog.watch("_r/x/a.png/resize,w_1", DEADLINE);

        clock.set(Duration.ofSeconds(17).toNanos());

        assertThat(watchdog.live()).isTrue();
    }

    @Test
    void knowsWhatHangs(CapturedOutput output) {
        var hung = watchdog.watch("_r/x/a.png/resize,w_1", DEADLINE);
        clock.set(Duration.ofSeconds(17).toNanos() + 1);

        watchdog.look();
        watchdog.look();

        assertThat(watchdog.live()).isFalse();
        assertThat(output.getAll().split("the rendering of _r/x/a.png/resize,w_1 hangs", -1))
                .hasSize(2);
        assertThat(output).contains("it began 17000 ms ago");
        hung.close();
        assertThat(watchdog.live()).isTrue();
    }

    @Test
    void forgetsWhatIsDone() {
        watchdog.watch("a", DEADLINE).close();

        clock.set(Duration.ofSeconds(60).toNanos());

        assertThat(watchdog.live()).isTrue();
    }
}
