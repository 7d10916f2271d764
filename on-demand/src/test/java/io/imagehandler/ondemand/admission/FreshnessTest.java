package io.imagehandler.ondemand.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Steps;
import java.util.ArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class FreshnessTest {

    private static final OriginalKey KEY = new OriginalKey("a.png");

    private final Steps steps = new Steps();
    private final InMemoryOriginals originals = new InMemoryOriginals(steps);
    private final EntityTag tag = originals.upload("a.png", new byte[] {1}, "image/png");
    private final Freshness.Version version = new Freshness(originals).version(KEY, tag);

    @Test
    void asksTheStoreEachTime() {
        assertThat(version.isCurrent()).isTrue();
        assertThat(version.isCurrent()).isTrue();
        assertThat(steps.taken()).hasSize(2);
    }

    @Test
    void knowsAReplacedOneForEver() {
        originals.upload("a.png", new byte[] {2}, "image/png");
        assertThat(version.isCurrent()).isFalse();

        originals.upload("a.png", new byte[] {1}, "image/png");
        assertThat(version.isCurrent()).isFalse();
        assertThat(steps.taken()).hasSize(1);
    }

    @Test
    void knowsADeletedOne() {
        originals.delete("a.png");

        assertThat(version.isCurrent()).isFalse();
    }

    @Test
    void believesInNothingThatTheStoreDidNotSay() {
        steps.before(
                0,
                () -> {
                    throw SdkClientException.create("no");
                });

        assertThatThrownBy(version::isCurrent).isInstanceOf(SdkClientException.class);
        assertThat(version.isCurrent()).isFalse();
    }

    @Test
    void asksOnceForAllWhoAskWhileTheStoreAnswers() throws Exception {
        var asking = new AtomicInteger();
        steps.before(
                0,
                () -> {
                    await().until(() -> asking.get() == 100);
                });
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 100; i++) {
                answers.add(
                        clients.submit(() -> {
                            asking.incrementAndGet();
                            return version.isCurrent();
                        }));
            }
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
        }
        // One for those who came before it was asked, one for those after.
        assertThat(steps.taken()).hasSizeBetween(1, 3);
    }
}
