package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
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

    private Workshop workshop;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        workshop = Workshop.open(folder);
        for (var worker = 0; worker < WORKERS; worker++) {
            workshop.launch(Workshop.usual().with("image-handler.slots", "2"));
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
    @DisplayName("50 keys x 20 overwrites, events in any order: 0 stale 30 s after the last event")
    void endsWithTheNewestWhateverTheOrder(Row row) throws InterruptedException {
        var random = new Random(2);
        var overwrites = new ArrayList<Integer>();
        for (var key = 0; key < 50; key++) {
            overwrites.addAll(Collections.nCopies(Row.count(20), key));
        }
        Collections.shuffle(overwrites, random);
        for (var key : overwrites) {
            var name = "e2/%02d.jpg".formatted(key);
            workshop.originals().put(name, Pictures.of(random.nextInt()));
            workshop.uploads().send(Events.created(name), random.nextInt(4));
        }

        var time = workshop.uploads().awaitEmpty(STALE);

        row.tell("until the queue was empty", "%.1f s".formatted(time.toMillis() / 1e3));
        row.tell("events", String.valueOf(overwrites.size()));
        row.tell("decodes", String.valueOf(workshop.decodes("e2/")));
        workshop.prove(row, "e2/");
        row.is("dead letters", workshop.dead().take(), List.of());
    }

    @Test
    @Tag("E3")
    @DisplayName("an overwrite before every single call of a pass: the newest wins")
    void seesAnOverwriteBetweenAnyTwoSteps(Row row) throws IOException, InterruptedException {
        var calls = 24;
        var happened = new AtomicInteger();
        var events = new ArrayList<String>();
        for (var step = 1; step <= calls; step++) {
            var key = "e3/%02d.jpg".formatted(step);
            workshop.originals().put(key, Pictures.of(step));
            overwriteBeforeCall(step, key, happened);
            events.add(Events.created(key));
        }

        workshop.uploads().send(events);
        var time = workshop.uploads().awaitEmpty(LONGEST);
        workshop.aws().s3().heal();

        row.tell("until the queue was empty", "%.1f s".formatted(time.toMillis() / 1e3));
        row.atLeast("steps of a pass that were followed by an overwrite", happened.get(), 14, "");
        workshop.prove(row, "e3/");
    }

    private void overwriteBeforeCall(int step, String key, AtomicInteger happened) {
        var seen = new AtomicInteger();
        Runnable overwrite =
                () -> {
                    happened.incrementAndGet();
                    workshop.originals().put(key, Pictures.of(step + 7));
                    workshop.uploads().send(Events.created(key));
                };
        workshop.aws()
                .s3()
                .fail(
                        call -> call.path().contains("/" + key) && seen.incrementAndGet() == step,
                        new Fault.After(overwrite, Fault.NONE));
    }

    @Test
    @Tag("E4")
    @DisplayName(
            "100 keys put, deleted and put again, events reversed and shuffled: no rendition"
                    + " without its original")
    void keepsNothingWithoutItsOriginal(Row row) throws InterruptedException {
        var random = new Random(4);
        var orders = List.of("pd", "pdp", "pppd", "pdpd", "dp", "pdpp");
        var keys = Row.count(100);
        for (var turn = 0; turn < 4; turn++) {
            for (var number = 0; number < keys; number++) {
                var order = orders.get(number % orders.size());
                if (turn < order.length()) {
                    change("e4/%03d.jpg".formatted(number), order.charAt(turn), random);
                }
            }
        }

        var time = workshop.uploads().awaitEmpty(LONGEST);

        row.tell("until the queue was empty", "%.1f s".formatted(time.toMillis() / 1e3));
        workshop.prove(row, "e4/");
        row.is("dead letters", workshop.dead().take(), List.of());
    }

    private void change(String key, char what, Random random) {
        var late = random.nextInt(4); // so that the next may be told first
        if (what == 'p') {
            workshop.originals().put(key, Pictures.of(random.nextInt()));
            workshop.uploads().send(Events.created(key), late);
        } else {
            workshop.originals().remove(key);
            workshop.uploads().send(Events.removed(key), late);
        }
    }
}
