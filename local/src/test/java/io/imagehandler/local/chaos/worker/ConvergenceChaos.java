package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.ServiceProcess;
import io.imagehandler.local.chaos.http.Client;
import io.imagehandler.local.chaos.proxy.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Four workers, told of everything too often and in the wrong order.
@ExtendWith(Rows.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConvergenceChaos {

    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Duration STALE = Duration.ofSeconds(30);
    private static final int WORKERS = 4;

    /// No event comes later than this many seconds after what it tells of.
    private static final int LATEST = 4;

    /// More than there are in a pass for one key.
    private static final int CALLS = 24;

    /// More than it takes to answer a request and store the answer.
    private static final int CALLS_ON_DEMAND = 8;

    /// As deployed, in seconds.
    private static final int VISIBILITY = 120;

    private Workshop workshop;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        workshop = Workshop.open(folder);
        var workers = new ArrayList<ServiceProcess>();
        for (var worker = 0; worker < WORKERS; worker++) {
            workers.add(workshop.launch(Workshop.usual().with("image-handler.slots", "2")));
        }
        for (var worker : workers) {
            worker.awaitReady(LONGEST);
        }
    }

    @AfterAll
    void close() throws IOException {
        workshop.close();
    }

    @Test
    @Tag("E1")
    @DisplayName("200 keys, each event 10 times, shuffled, 4 workers: complete, decodes ≤ 1.2 x")
    void rendersOnceWhatItIsToldTenTimes(Row row) throws InterruptedException {
        var count = Row.count(200);
        var events = new ArrayList<String>();
        for (var key : workshop.stock("e1/", count)) {
            events.addAll(Collections.nCopies(10, Events.created(key)));
        }
        Collections.shuffle(events, new Random(1));

        workshop.uploads().send(events);
        var time = workshop.uploads().awaitEmpty(LONGEST);

        row.tell("until the queue was empty", time.toSeconds() + " s");
        row.atMost("decodes of an original", workshop.decodes("e1/") / (double) count, 1.2, "");
        row.is("dead letters", workshop.dead().take(), List.of());
        workshop.prove(row, "e1/");
    }

    @Test
    @Tag("E2")
    @DisplayName(
            "50 keys x 20 overwrites, events in any order, 100 seeds: 0 stale 30 s after the last"
                    + " event")
    void endsWithTheNewestWhateverTheOrder(Row row) throws InterruptedException {
        var longest = Duration.ZERO;
        var tally = Tally.NOBODY;
        var seeds = Row.seeds(100);
        for (var seed : seeds) {
            var prefix = "e2/%d/".formatted(seed);
            overwrite(prefix, new Random(seed));
            var time = workshop.uploads().awaitEmpty(STALE);
            tally = tally.plus(workshop.proof().of(workshop.originals().expected(prefix)));
            row.say("seed %d: empty after %d ms, %s".formatted(seed, time.toMillis(), tally));
            longest = time.compareTo(longest) > 0 ? time : longest;
        }

        row.tell("seeds", seeds.size() + " from " + seeds.getFirst() + " on");
        row.tell("longest until a queue was empty", "%.1f s".formatted(longest.toMillis() / 1e3));
        row.tell("decodes", String.valueOf(workshop.decodes("e2/")));
        tally.report(row);
        row.is("dead letters", workshop.dead().take(), List.of());
    }

    /// Every event is late by up to 3 s, so that the next may be told first.
    private void overwrite(String prefix, Random random) {
        var overwrites = new ArrayList<Integer>();
        for (var key = 0; key < 50; key++) {
            overwrites.addAll(Collections.nCopies(Row.count(20), key));
        }
        Collections.shuffle(overwrites, random);
        for (var key : overwrites) {
            var name = "%s%02d.jpg".formatted(prefix, key);
            workshop.originals().put(name, Pictures.of(random.nextInt()));
            workshop.uploads().send(Events.created(name), random.nextInt(LATEST));
        }
    }

    @Test
    @Tag("E3")
    @DisplayName(
            "an overwrite before every single call of a pass, and of the storing on demand: the"
                    + " newest wins, stale for at most the visibility")
    void seesAnOverwriteBetweenAnyTwoSteps(Row row) throws IOException, InterruptedException {
        var happened = new AtomicInteger();
        for (var step = 1; step <= CALLS; step++) {
            var key = "e3/%02d.jpg".formatted(step);
            workshop.originals().put(key, Pictures.of(step));
            var other = Pictures.of(step + 7);
            beforeCall(step, key, () -> overwrite(key, other, happened));
            workshop.uploads().send(Events.created(key));
        }
        var time = workshop.uploads().awaitEmpty(LONGEST);
        workshop.aws().s3().heal();

        row.atLeast("calls of a pass that came after an overwrite", happened.get(), 14, "");
        row.atMost("in step after", time.toMillis() / 1e3, VISIBILITY, "s");
        workshop.prove(row, "e3/");

        overwriteBetweenTheStepsOnDemand(row);
    }

    private void overwriteBetweenTheStepsOnDemand(Row row)
            throws IOException, InterruptedException {
        var happened = new AtomicInteger();
        var keys = new ArrayList<>(workshop.stock("e3-asked/", CALLS_ON_DEMAND));
        workshop.uploads().send(keys.stream().map(Events::created).toList());
        workshop.uploads().awaitEmpty(LONGEST);
        try (var onDemand = workshop.startOnDemand();
                var client = new Client(onDemand.port(), STALE)) {
            for (var step = 1; step <= CALLS_ON_DEMAND; step++) {
                var key = keys.get(step - 1);
                var other = Pictures.of(step + 7);
                beforeCall(step, key, () -> overwrite(key, other, happened));
                client.get("/" + key + "?x-oss-process=image/resize,w_77");
            }
            var time = workshop.uploads().awaitEmpty(LONGEST);
            workshop.aws().s3().heal();

            row.atLeast("calls on demand that came after one", happened.get(), 3, "");
            row.atMost("in step after that", time.toMillis() / 1e3, VISIBILITY, "s");
        }
        workshop.prove(row, "e3-asked/");
        var expected = workshop.originals().expected("e3-asked/");
        row.is("stale ones that were asked for", workshop.proof().strays(expected), List.of());
    }

    private void overwrite(String key, byte[] picture, AtomicInteger happened) {
        happened.incrementAndGet();
        workshop.originals().put(key, picture);
        workshop.uploads().send(Events.created(key));
    }

    /// Does this once, before that call for a key from now on.
    private void beforeCall(int step, String key, Runnable change) {
        var seen = new AtomicInteger();
        workshop.aws()
                .s3()
                .fail(
                        call -> call.path().contains("/" + key) && seen.incrementAndGet() == step,
                        new Fault.After(change, Fault.NONE));
    }

    @Test
    @Tag("E4")
    @DisplayName(
            "put, deleted and put again before, during and after a pass, events reversed and late,"
                    + " 100 seeds: renditions exactly where there is an original")
    void keepsNothingWithoutItsOriginal(Row row) throws IOException, InterruptedException {
        var seeds = Row.seeds(100);
        for (var seed : seeds) {
            changeAll("e4/%d/".formatted(seed), new Random(seed));
        }
        row.say("changed");
        var time = workshop.uploads().awaitEmpty(LONGEST.multipliedBy(2));

        row.tell("seeds", seeds.size() + " from " + seeds.getFirst() + " on");
        row.tell("until the queue was empty", time.toSeconds() + " s");
        workshop.prove(row, "e4/");

        deleteBeforeEachCall();
        workshop.prove(row, "e4-during/");
        row.is("dead letters", workshop.dead().take(), List.of());
    }

    /// `p` puts it there, `d` deletes it; each takes its turn after that of all others.
    private void changeAll(String prefix, Random random) {
        var orders = List.of("pd", "pdp", "pppd", "pdpd", "dp", "pdpp");
        var keys = Row.count(12);
        for (var turn = 0; turn < 4; turn++) {
            for (var number = 0; number < keys; number++) {
                var order = orders.get(number % orders.size());
                if (turn < order.length()) {
                    change(prefix + number + ".jpg", order.charAt(turn), random);
                }
            }
        }
    }

    private void change(String key, char what, Random random) {
        var late = random.nextInt(LATEST);
        if (what == 'p') {
            workshop.originals().put(key, Pictures.of(random.nextInt()));
            workshop.uploads().send(Events.created(key), late);
        } else {
            workshop.originals().remove(key);
            workshop.uploads().send(Events.removed(key), late);
        }
    }

    /// Every other one is put there again at once, and the events of that come in reverse.
    private void deleteBeforeEachCall() throws IOException, InterruptedException {
        for (var step = 1; step <= CALLS; step++) {
            var key = "e4-during/%02d.jpg".formatted(step);
            var isBack = step % 2 == 0;
            workshop.originals().put(key, Pictures.of(step));
            beforeCall(step, key, () -> delete(key, isBack));
            workshop.uploads().send(Events.created(key));
        }
        workshop.uploads().awaitEmpty(LONGEST);
        workshop.aws().s3().heal();
    }

    private void delete(String key, boolean isBack) {
        workshop.originals().remove(key);
        if (isBack) {
            workshop.originals().put(key, Pictures.of(key.hashCode()));
            workshop.uploads().send(Events.created(key));
        }
        workshop.uploads().send(Events.removed(key));
    }
}
