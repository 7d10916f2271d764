package io.imagehandler.worker.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.worker.queue.InMemorySqs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeadLetterDeskTest {

    private static final Selection ALL = new Selection("", "");

    private final InMemorySqs sqs = new InMemorySqs();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final DeadLetterDesk desk =
            new DeadLetterDesk(
                    sqs,
                    sqs.queue("uploads"),
                    sqs.queue("dead"),
                    new PrintStream(told, true, UTF_8));

    @Test
    void listsThemWithTheirReasons() {
        die("a.jpg", "undecodable");
        die("b.jpg", "undecodable");
        die("c.jpg", "transient");

        desk.list(ALL);

        assertThat(told())
                .contains("a.jpg", "b.jpg", "c.jpg")
                .containsPattern("2 undecodable")
                .containsPattern("1 transient")
                .containsPattern("3 in all");
        assertThat(sqs.visible("dead")).hasSize(3);
    }

    @Test
    void tellsAllThatIsKnownOfOne() {
        String id = die("a.jpg", "undecodable");
        die("b.jpg", "transient");

        assertThat(desk.inspect(new Selection("", id))).isTrue();
        assertThat(told()).contains("undecodable", "body of a.jpg").doesNotContain("b.jpg");
        assertThat(desk.inspect(new Selection("", "no-such-letter"))).isFalse();
        assertThat(told()).endsWith("There is no such letter\n");
    }

    @Test
    void sendsAThousandAgainAndEachOnce() {
        IntStream.range(0, 1_000).forEach(i -> die(i + ".jpg", "transient"));

        desk.redrive(ALL);
        desk.redrive(ALL);

        assertThat(sqs.visible("dead")).isEmpty();
        List<String> bodies = sqs.visible("uploads");
        assertThat(bodies).hasSize(1_000);
        assertThat(new HashSet<>(bodies)).hasSize(1_000);
        assertThat(told()).contains("1000 sent again").contains("0 sent again");
    }

    @Test
    void sendsOnlyThoseThatAreMeant() {
        die("a.jpg", "transient");
        die("b.jpg", "undecodable");

        desk.redrive(new Selection("transient", ""));

        assertThat(sqs.visible("uploads")).containsExactly("body of a.jpg");
        assertThat(sqs.visible("dead")).containsExactly("body of b.jpg");
    }

    /// So that the worker knows what it is about, and tells of it again.
    @Test
    void sendsThemWithTheirReasons() {
        die("a.jpg", "undecodable");
        desk.redrive(ALL);

        new DeadLetterDesk(sqs, sqs.queue("dead"), sqs.queue("uploads"), System.out).redrive(ALL);
        desk.list(new Selection("undecodable", ""));

        assertThat(told()).contains("1 in all");
    }

    @Test
    void losesNoneIfItIsBrokenOff() {
        IntStream.range(0, 50).forEach(i -> die(i + ".jpg", "transient"));
        sqs.failDeletesAfter(20);

        try {
            desk.redrive(ALL);
        } catch (RuntimeException brokenOff) {
            assertThat(brokenOff).hasMessageContaining("away");
        }
        sqs.failDeletesAfter(Integer.MAX_VALUE);
        sqs.elapseVisibility();
        desk.redrive(ALL);

        assertThat(new HashSet<>(sqs.visible("uploads"))).hasSize(50);
        assertThat(sqs.visible("uploads")).hasSizeLessThanOrEqualTo(51);
        assertThat(sqs.visible("dead")).isEmpty();
    }

    @Test
    void removesOnlyThoseThatAreMeant() {
        die("a.jpg", "transient");
        die("b.jpg", "undecodable");

        desk.discard(new Selection("undecodable", ""));

        assertThat(sqs.visible("dead")).containsExactly("body of a.jpg");
        assertThat(sqs.visible("uploads")).isEmpty();
    }

    private String die(String key, String reason) {
        return sqs.put("dead", "body of " + key, Map.of("reason", reason, "key", key));
    }

    private String told() {
        return told.toString(UTF_8);
    }
}
