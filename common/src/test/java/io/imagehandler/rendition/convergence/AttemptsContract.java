package io.imagehandler.rendition.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Attempts.Opening.Busy;
import io.imagehandler.rendition.convergence.Attempts.Opening.Ours;
import io.imagehandler.rendition.convergence.Attempts.Opening.Unfit;
import io.imagehandler.rendition.convergence.Attempts.Past;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What every store of attempts does. Each test starts with an empty one.
public interface AttemptsContract {

    OriginalKey KEY = new OriginalKey("photos/cat ü+%.jpg");
    EntityTag E1 = new EntityTag("e1");
    EntityTag E2 = new EntityTag("e2");
    Rejection NO_PICTURE = new Rejection("undecodable", "the picture is damaged");

    /// The store as that worker uses it, with an engine of that version.
    Attempts attempts(String worker, String engine);

    /// Lets so much time go by.
    void elapse(Duration time);

    @Test
    default void opensWhatNobodyHas() {
        assertThat(a().open(KEY, E1)).isEqualTo(new Ours(0));
        assertThat(a().hasEnded(KEY, E1)).isFalse();
    }

    @Test
    default void opensNothingTwice() {
        a().open(KEY, E1);

        assertThat(a().open(KEY, E1)).isEqualTo(new Busy());
        assertThat(b().open(KEY, E1)).isEqualTo(new Busy());
    }

    @Test
    default void opensWhatIsOpenForOtherBytes() {
        a().open(KEY, E1);

        assertThat(b().open(KEY, E2)).isEqualTo(new Ours(0));
    }

    @Test
    default void opensAnewWhatWasClosed() {
        a().open(KEY, E1);
        a().close(KEY, E1);

        assertThat(a().hasEnded(KEY, E1)).isTrue();
        assertThat(a().hasEnded(KEY, E2)).isFalse();
        assertThat(b().open(KEY, E1)).isEqualTo(new Ours(0));
    }

    @Test
    default void countsACrashWhenItTakesOver() {
        a().open(KEY, E1);
        elapse(Attempts.STALE);
        assertThat(b().open(KEY, E1)).isEqualTo(new Ours(1));
        elapse(Attempts.STALE);

        assertThat(a().open(KEY, E1)).isEqualTo(new Ours(2));
    }

    @Test
    default void takesNothingOverThatIsRenewed() {
        a().open(KEY, E1);
        elapse(Duration.ofSeconds(119));
        a().renew(KEY);
        elapse(Duration.ofSeconds(119));

        assertThat(b().open(KEY, E1)).isEqualTo(new Busy());
    }

    @Test
    default void countsNoCrashOfOtherBytes() {
        a().open(KEY, E1);
        elapse(Attempts.STALE);

        assertThat(b().open(KEY, E2)).isEqualTo(new Ours(0));
    }

    @Test
    default void closesNothingThatWasTakenOver() {
        a().open(KEY, E1);
        elapse(Attempts.STALE);
        b().open(KEY, E1);
        a().close(KEY, E1);

        assertThat(b().hasEnded(KEY, E1)).isFalse();
        assertThat(a().open(KEY, E1)).isEqualTo(new Busy());
    }

    @Test
    default void closesNothingOfOtherBytes() {
        a().open(KEY, E2);
        a().close(KEY, E1);
        a().reject(KEY, E1, NO_PICTURE);

        assertThat(a().hasEnded(KEY, E1)).isFalse();
        assertThat(b().open(KEY, E2)).isEqualTo(new Busy());
    }

    @Test
    default void remembersWhatIsUnfitUntilTheEngineChanges() {
        a().open(KEY, E1);
        a().reject(KEY, E1, NO_PICTURE);

        assertThat(b().hasEnded(KEY, E1)).isTrue();
        assertThat(b().open(KEY, E1)).isEqualTo(new Unfit(NO_PICTURE));
        assertThat(attempts("b", "vips-2").open(KEY, E1)).isEqualTo(new Ours(0));
    }

    @Test
    default void opensOtherBytesThanThoseThatWereUnfit() {
        a().open(KEY, E1);
        a().reject(KEY, E1, NO_PICTURE);

        assertThat(b().open(KEY, E2)).isEqualTo(new Ours(0));
    }

    @Test
    default void countsFailuresUntilItEndsWell() {
        assertThat(a().fail(KEY, "503")).isEqualTo(1);
        a().open(KEY, E1);
        assertThat(a().fail(KEY, "503")).isEqualTo(2);
        assertThat(a().hasEnded(KEY, E1)).isFalse();
        assertThat(b().open(KEY, E1)).isEqualTo(new Ours(0));
        assertThat(b().fail(KEY, "503")).isEqualTo(3);
        a().open(KEY, E1);
        a().close(KEY, E1);

        assertThat(a().fail(KEY, "503")).isEqualTo(1);
    }

    @Test
    default void countsNothingOfWhatWasGivenBack() {
        a().open(KEY, E1);
        b().release(KEY);
        assertThat(b().open(KEY, E1)).isEqualTo(new Busy());
        a().release(KEY);

        assertThat(b().open(KEY, E1)).isEqualTo(new Ours(0));
        assertThat(a().fail(KEY, "503")).isEqualTo(1);
    }

    @Test
    default void suspectsWhatAWorkerHungOver() {
        a().open(KEY, E1);
        b().suspect(KEY);
        assertThat(a().past(KEY, E1)).isEqualTo(Past.NONE);
        a().suspect(KEY);

        assertThat(a().past(KEY, E1)).isEqualTo(new Past(Attempts.SUSPECT, null));
        assertThat(b().open(KEY, E1)).isEqualTo(new Ours(Attempts.SUSPECT));
    }

    @Test
    default void tellsWhatWasFoundOfTheseVeryBytes() {
        a().open(KEY, E1);
        elapse(Attempts.STALE);
        a().open(KEY, E1);
        a().reject(KEY, E1, NO_PICTURE);

        assertThat(b().past(KEY, E1)).isEqualTo(new Past(1, NO_PICTURE));
        assertThat(b().past(KEY, E2)).isEqualTo(Past.NONE);
        assertThat(attempts("b", "vips-2").past(KEY, E1)).isEqualTo(new Past(1, null));
    }

    @Test
    default void keepsCountingFailuresOfNoKnownBytes() {
        assertThat(a().fail(KEY, "403")).isEqualTo(1);
        assertThat(a().past(KEY, E1)).isEqualTo(Past.NONE);
        assertThat(a().hasEnded(KEY, E1)).isFalse();
        assertThat(a().fail(KEY, "403")).isEqualTo(2);
    }

    private Attempts a() {
        return attempts("a", "vips-1");
    }

    private Attempts b() {
        return attempts("b", "vips-1");
    }
}
