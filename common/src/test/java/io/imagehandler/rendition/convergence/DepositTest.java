package io.imagehandler.rendition.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.Md5;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.RenditionsContract;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.StoredRendition;
import io.imagehandler.rendition.convergence.Deposit.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepositTest {

    private static final OriginalKey CAT = new OriginalKey("cat.png");
    private static final RenditionKey KEY = RenditionsContract.style(CAT, "lazy");
    private static final EncodedImage IMAGE = RenditionsContract.image("picture");
    private static final byte[] RED = {1};
    private static final byte[] BLUE = {2};

    private final Steps steps = new Steps();
    private final InMemoryOriginals originals = new InMemoryOriginals(steps);
    private final InMemoryRenditions renditions = new InMemoryRenditions(steps);
    private final EntityTag red = originals.upload(CAT.value(), RED, "image/png");

    @Test
    void storesAndLooksOnce() {
        assertThat(store()).isEqualTo(Result.STORED);
        assertThat(steps.taken()).containsExactly("PUT rendition", "HEAD original");
    }

    @Test
    void leavesAloneWhatIsThere() {
        var other = new Provenance(red, "other");
        renditions.create(KEY, RenditionsContract.image("other"), other);

        assertThat(store()).isEqualTo(Result.EXISTED);
        assertThat(found().provenance()).isEqualTo(other);
    }

    /// Overwritten between any two steps: it is not there, unless the change comes after the end.
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void takesBackWhatTheOriginalHasOutrun(int step) {
        steps.before(step, () -> originals.upload(CAT.value(), BLUE, "image/png"));

        assertThat(store()).isEqualTo(Result.WITHDRAWN);
        assertThat(renditions.stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void takesBackWhatTheOriginalWasDeletedUnder(int step) {
        steps.before(step, () -> originals.delete(CAT.value()));

        assertThat(store()).isEqualTo(Result.WITHDRAWN);
        assertThat(renditions.stored()).isEmpty();
    }

    /// Whoever has seen it there meanwhile, and found it right, goes by that.
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void storesAgainWhenTheOriginalReturnsWhileItIsTakenBack(int step) {
        steps.before(1, () -> originals.upload(CAT.value(), BLUE, "image/png"));
        steps.before(step, () -> originals.upload(CAT.value(), RED, "image/png"));

        assertThat(store()).isEqualTo(Result.STORED);
        assertThat(found().provenance().source()).isEqualTo(red);
    }

    @Test
    void leavesAloneWhatAPassPutInItsPlace() {
        var blue = new Provenance(Md5.tag(BLUE), "recipe");
        steps.before(1, () -> originals.upload(CAT.value(), BLUE, "image/png"));
        steps.before(
                3,
                () ->
                        renditions.replace(
                                KEY, found().tag(), RenditionsContract.image("blue"), blue));

        assertThat(store()).isEqualTo(Result.WITHDRAWN);
        assertThat(found().provenance()).isEqualTo(blue);
    }

    /// Its own answer may have been lost, and its second try has met its first.
    @Test
    void takesBackWhatItIsToldWasThere() {
        renditions.create(KEY, IMAGE, new Provenance(red, "recipe"));
        originals.upload(CAT.value(), BLUE, "image/png");

        assertThat(store()).isEqualTo(Result.WITHDRAWN);
        assertThat(renditions.stored()).isEmpty();
    }

    private Result store() {
        return new Deposit(originals, renditions).store(KEY, IMAGE, new Provenance(red, "recipe"));
    }

    private StoredRendition found() {
        StoredRendition found = renditions.stored().get(KEY.path());
        assertThat(found).isNotNull();
        return found;
    }
}
