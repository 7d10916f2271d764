package io.imagehandler.worker.failure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.AttemptsContract;
import io.imagehandler.rendition.convergence.InMemoryAttempts;
import io.imagehandler.rendition.convergence.Rejection;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

class ForgivingAttemptsTest implements AttemptsContract {

    private static final OriginalKey A = new OriginalKey("a.jpg");
    private static final EntityTag TAG = new EntityTag("e1");

    private final InMemoryAttempts memory = new InMemoryAttempts();
    private final Attempts away = new ForgivingAttempts(new AwayAttempts());

    @Override
    public Attempts attempts(String worker, String engine) {
        return new ForgivingAttempts(memory.as(worker, engine));
    }

    @Override
    public void elapse(Duration time) {
        memory.elapse(time);
    }

    @Test
    void failsNoPassAtItsEnd() {
        assertThatCode(
                        () -> {
                            away.renew(A);
                            away.close(A, TAG);
                            away.reject(A, TAG, Rejection.CRASHED);
                            away.release(A);
                            away.suspect(A);
                        })
                .doesNotThrowAnyException();
    }

    @Test
    void letsNothingBeginWithoutAMarker() {
        assertThatThrownBy(() -> away.open(A, TAG)).isInstanceOf(SdkException.class);
    }
}
