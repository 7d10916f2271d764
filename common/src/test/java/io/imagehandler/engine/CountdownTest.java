package io.imagehandler.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.imagehandler.failure.TooSlow;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountdownTest {

    private final AtomicLong clock = new AtomicLong(-7_000);
    private final AtomicLong processor = new AtomicLong(40_000);
    private final AtomicInteger sharers = new AtomicInteger(1);
    private final Countdown countdown =
            new Countdown(Duration.ofNanos(100), clock::get, processor::get, sharers::get);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0   | 0   | 1 | 100 | nothing has passed
                    60  | 500 | 1 | 40  | others use the processor as well
                    100 | 100 | 1 | 0   | it had all of the time
                    100 | 70  | 1 | 30  | the processor was busy with something else
                    150 | 120 | 2 | 40  | two renderings share it
                    150 | 20  | 1 | 50  | nobody waits for longer than twice the time
                    200 | 0   | 1 | 0   | so it is over, whatever the processor did
                    999 | 0   | 1 | 0   | and stays so
                    """)
    void countsTheTimeThatARenderingHad(
            long passed, long worked, int together, long left, String why) {
        clock.addAndGet(passed);
        processor.addAndGet(worked);
        sharers.set(together);

        assertThat(countdown.left()).as(why).isEqualTo(left);
        assertThat(countdown.isOver()).isEqualTo(left == 0);
    }

    @Test
    void beginsAnewForTheNextPicture() {
        clock.addAndGet(150);
        processor.addAndGet(150);
        assertThatExceptionOfType(TooSlow.class).isThrownBy(countdown::check);

        countdown.restart();
        clock.addAndGet(99);

        countdown.check();
        assertThat(countdown.left()).isEqualTo(1);
    }

    @Test
    void saysHowLongARenderingMayTake() {
        var seconds = new Countdown(Duration.ofMillis(2_500), System::nanoTime, () -> 1);

        assertThat(seconds.tooSlow()).hasMessage("the picture takes longer than 2.50 s to render");
    }
}
