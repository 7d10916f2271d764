package io.imagehandler.local.chaos.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imagehandler.local.chaos.Launch;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.proxy.Fault;
import io.imagehandler.local.chaos.worker.hook.Mischief;
import io.imagehandler.local.chaos.worker.hook.MischiefAgent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Originals that do harm.
@ExtendWith(Rows.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonChaos {

    private static final Duration LONGEST = Duration.ofMinutes(4);

    /// How long one picture may take, by the processor's time; by the clock twice that.
    private static final int LIMIT = 3;

    private static final int DEADLINE = 2 * LIMIT;
    private static final int GRACE = 2;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration BETWEEN_UPLOADS = Duration.ofMillis(250);

    private Workshop workshop;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        workshop = Workshop.open(folder);
    }

    @AfterEach
    void leaveNoWorker() throws IOException {
        workshop.aws().s3().heal();
        workshop.dismiss();
    }

    @AfterAll
    void close() throws IOException {
        workshop.close();
    }

    @Test
    @Tag("P1")
    @DisplayName(
            "50 undecodable among 1,000: 1 attempt each, the good ones at ≥ 95 % of their rate")
    void triesOnceWhatCannotBeDecoded(Row row) throws IOException, InterruptedException {
        var count = Row.count(1000);
        workshop.start(Workshop.usual());
        timed("p1/warm-up/", count / 4, 0);
        var alone = timed("p1/alone/", count / 2, 0);
        var among = timed("p1/among/", count, count / 20);

        row.tell("good ones alone", "%.1f /s".formatted(alone));
        row.tell("good ones among poison", "%.1f /s".formatted(among));
        row.atLeast("their share of that", 100 * among / alone, 95, "%");
        var letters = workshop.dead().take();
        row.is("dead letters", letters.size(), count / 20);
        row.is(
                "their reasons and tries",
                letters.stream()
                        .map(letter -> letter.reason() + " " + letter.attempts())
                        .distinct()
                        .sorted()
                        .toList(),
                List.of("undecodable 1", "unsupported-format 1"));
        row.is("reads of the poison", workshop.decodes("p1/among/bad"), (long) count / 20);
        workshop.prove(row, "p1/");
    }

    /// @return how many good ones were done in a second
    private double timed(String prefix, int good, int bad) throws InterruptedException {
        var keys = new ArrayList<>(workshop.stock(prefix, good));
        for (var number = 0; number < bad; number++) {
            var key = "%sbad-%03d.jpg".formatted(prefix, number);
            var picture = Pictures.of(number);
            var half = Arrays.copyOf(picture, picture.length / 2);
            workshop.originals().put(key, number % 2 == 0 ? half : "no picture".getBytes(UTF_8));
            workshop.originals().expectNothing(key);
            keys.add(key);
        }
        Collections.shuffle(keys, new Random(1));
        workshop.uploads().send(keys.stream().map(Events::created).toList());
        return good / (workshop.uploads().awaitEmpty(LONGEST).toMillis() / 1e3);
    }

    @Test
    @Tag("P3")
    @DisplayName("a job of 3 times the visibility: one worker, received once")
    void keepsALongJob(Row row) throws IOException, InterruptedException {
        var launch = Workshop.usual().with("image-handler.visibility", "10s");
        workshop.start(launch);
        workshop.start(launch);
        var log = workshop.log().fromNow();
        workshop.aws()
                .s3()
                .fail(
                        call -> call.path().contains("/p3/"),
                        new Fault.Delayed(Duration.ofSeconds(2)));
        workshop.originals().upload("p3/long.jpg", Pictures.of(1));

        var time = workshop.uploads().awaitEmpty(LONGEST);

        row.atLeast("the job took", time.toMillis() / 1e3, 30, "s");
        row.is("times received", log.mostReceives("p3/long.jpg"), 1);
        row.is("passes", log.lines("p3/long.jpg").size(), 1);
        row.is("decodes", workshop.decodes("p3/"), 1L);
        workshop.prove(row, "p3/");
    }

    @Test
    @Tag("P4")
    @DisplayName(
            "a decoder raises SIGSEGV for one key, 200 good ones: ≤ 2 crashes, 0 innocents among"
                    + " the dead letters")
    void survivesADecoderThatCrashes(Row row) throws IOException, InterruptedException {
        var keys = workshop.stock("p4/", Row.count(200));
        misbehave("p4/guilty.jpg", Mischief.SEGV);
        var events = new ArrayList<>(keys.stream().map(Events::created).toList());
        events.add(20, Events.created("p4/guilty.jpg"));
        try (var keeper = Keeper.of(workshop, misbehaving())) {
            workshop.uploads().send(events);
            var time = workshop.uploads().awaitEmpty(LONGEST);

            row.tell("until the queue was empty", time.toSeconds() + " s");
            row.atMost("crashes", keeper.deaths(), 2, "");
            row.atLeast("crashes", keeper.deaths(), 1, "");
        }
        requireGuiltyAlone(row, "p4/guilty.jpg");
        workshop.prove(row, "p4/");
    }

    @Test
    @Tag("P5")
    @DisplayName(
            "a decoder never returns for one key: replaced ≤ deadline + 2 s + restart, the others"
                    + " unaffected")
    void isReplacedWhenADecoderHangs(Row row) throws IOException, InterruptedException {
        misbehave("p5/guilty.jpg", Mischief.HANG);
        var launch = misbehaving().with("image-handler.limits.render-time", LIMIT + "s");
        try (var keeper = Keeper.of(workshop, launch)) {
            var first = keeper.worker();
            var log = workshop.log().fromNow();
            workshop.uploads().send(Events.created("p5/guilty.jpg"));
            var begin = timeOf(log, "a decoder does HANG");
            var uploading = Thread.ofVirtual().start(() -> upload("p5/", 40));
            var noticed = timeOf(log, "a decoder comes to no end");
            first.awaitEnd(LONGEST);
            while (keeper.worker() == first) {
                Thread.sleep(LOOK);
            }
            keeper.worker().awaitReady(LONGEST);
            var ready = System.nanoTime();
            row.atMost(
                    "noticed after",
                    (noticed - begin) / 1e9,
                    DEADLINE + GRACE + 2 * LOOK.toMillis() / 1e3,
                    "s");
            row.tell("the restart after that", "%.1f s".formatted((ready - noticed) / 1e9));
            uploading.join();
            var time = workshop.uploads().awaitEmpty(LONGEST);
            row.tell("until the queue was empty", time.toSeconds() + " s");
            row.is("replaced or ended", keeper.replaced() + keeper.deaths(), 1);
        }
        requireGuiltyAlone(row, "p5/guilty.jpg");
        workshop.prove(row, "p5/");
    }

    /// When it was said, as far as [System#nanoTime] can tell between two looks.
    private static long timeOf(WorkerLog log, String words)
            throws IOException, InterruptedException {
        while (log.lines(words).isEmpty()) {
            Thread.sleep(LOOK);
        }
        return System.nanoTime();
    }

    private void upload(String prefix, int count) {
        for (var number = 0; number < count; number++) {
            workshop.originals()
                    .upload("%s%03d.jpg".formatted(prefix, number), Pictures.of(number));
            LockSupport.parkNanos(BETWEEN_UPLOADS.toNanos());
        }
    }

    private void misbehave(String key, Mischief how) {
        workshop.originals().put(key, how.in(Pictures.of(1)));
        workshop.originals().expectNothing(key);
    }

    private Launch misbehaving() throws IOException {
        return Workshop.impatient()
                .with("image-handler.slots", "4")
                .withFlag("-javaagent:" + MischiefAgent.jar(workshop.folder()))
                .withFlag("-XX:+SuppressFatalErrorMessage");
    }

    private void requireGuiltyAlone(Row row, String guilty) {
        var letters = workshop.dead().take();
        row.is("dead letters", letters.stream().map(Letter::key).toList(), List.of(guilty));
        row.tell("reason", letters.stream().map(Letter::reason).toList().toString());
    }
}
