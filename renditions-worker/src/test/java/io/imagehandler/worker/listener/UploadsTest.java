package io.imagehandler.worker.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.rendition.DescribingEngine;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.TestPictures;
import io.imagehandler.rendition.convergence.Convergence;
import io.imagehandler.rendition.convergence.TestConvergence;
import io.imagehandler.style.Style;
import io.imagehandler.worker.message.UploadChange;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadsTest {

    private static final byte[] PICTURE = TestPictures.png(40, 30, 0xFF0000);
    private static final Style SMALL =
            Style.parse("small", "image/resize,w_20", List.of(), true, "", 0);

    private final Steps steps = new Steps();
    private final InMemoryOriginals originals = new InMemoryOriginals(steps);
    private final InMemoryRenditions renditions = new InMemoryRenditions();
    private final Uploads uploads = new Uploads(convergence());

    @Test
    void rendersWhatWasUploaded() {
        upload("a.png", "b.png");

        uploads.follow(created("a.png", "b.png"));

        assertThat(renditions.stored()).containsOnlyKeys("_r/s/a.png/small", "_r/s/b.png/small");
    }

    @Test
    void removesWhatWasRemoved() {
        upload("a.png");
        uploads.follow(created("a.png"));
        originals.delete("a.png");

        uploads.follow(List.of(new UploadChange("ObjectRemoved:Delete", "a.png", 0)));

        assertThat(renditions.stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_r/s/a.png/small", "//_r/x", "a/../b.png", "a\nb.png", "", "folder/"})
    void passesOverKeysThatAreNoOriginals(String key) {
        uploads.follow(List.of(new UploadChange("ObjectCreated:Put", key, 0)));

        assertThat(steps.taken()).isEmpty();
    }

    @Test
    void passesOverWhatElseS3Tells() {
        upload("a.png");

        uploads.follow(List.of(new UploadChange("ObjectTagging:Put", "a.png", 0)));

        assertThat(steps.taken()).isEmpty();
    }

    @Test
    void isDoneWithWhatIsNotAnImage() {
        originals.upload("a.png", new byte[] {1, 2, 3}, "image/png");

        uploads.follow(created("a.png"));

        assertThat(renditions.stored()).isEmpty();
    }

    @Test
    void leavesNoOtherKeyWaitingForOneThatFails() {
        upload("a.png", "b.png");
        var refused = new IllegalStateException("the store refuses");
        steps.before(
                0,
                () -> {
                    throw refused;
                });

        assertThatThrownBy(() -> uploads.follow(created("a.png", "b.png"))).isSameAs(refused);
        assertThat(renditions.stored()).containsOnlyKeys("_r/s/b.png/small");
    }

    private void upload(String... keys) {
        Stream.of(keys).forEach(key -> originals.upload(key, PICTURE, "image/png"));
    }

    private static List<UploadChange> created(String... keys) {
        return Stream.of(keys).map(key -> new UploadChange("ObjectCreated:Put", key, 100)).toList();
    }

    private Convergence convergence() {
        return new TestConvergence(originals, renditions, new DescribingEngine())
                .of(1_000_000, SMALL);
    }
}
