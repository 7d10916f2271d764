package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.ServiceProcess;
import io.imagehandler.local.chaos.ServiceProcess.Signal;
import io.imagehandler.local.chaos.proxy.Call;
import io.imagehandler.local.chaos.proxy.Fault;
import io.imagehandler.local.chaos.worker.hook.Mischief;
import io.imagehandler.local.chaos.worker.hook.MischiefAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Workers that end without a word, or seem to.
@ExtendWith(Rows.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeathChaos {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int KILLS = 20;
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private Workshop workshop;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        workshop = Workshop.open(folder);
    }

    @AfterEach
    void leaveNoWorker() throws IOException {
        workshop.aws().s3().heal();
        workshop.aws().sqs().heal();
        workshop.dismiss();
    }

    @AfterAll
    void close() throws IOException {
        workshop.close();
    }

    @Test
    @Tag("W1")
    @DisplayName(
            "kill -9 at 20 instants in 500 uploads: 0 lost, 0 stale, 0 dead letters, complete"
                    + " ≤ 180 s after the last restart")
    void losesNothingByBeingKilled(Row row) throws IOException, InterruptedException {
        var count = Row.count(500);
        var random = new Random();
        var workers = new ArrayList<ServiceProcess>();
        for (var worker = 0; worker < 2; worker++) {
            workers.add(workshop.launch(Workshop.usual()));
        }
        var busy = 0;
        var turn = new Semaphore(0);
        var uploading = Thread.ofVirtual().start(() -> upload(count, turn));
        for (var kill = 0; kill < KILLS; kill++) {
            var victim = workers.get(kill % workers.size());
            victim.awaitReady(LONGEST_START);
            turn.release(count / KILLS);
            Thread.sleep(random.nextInt(1500));
            victim.send(Signal.KILL);
            busy += workshop.uploads().size() > 0 ? 1 : 0;
            victim.awaitEnd(LONGEST_START);
            workers.set(kill % workers.size(), workshop.launch(Workshop.usual()));
            row.say("killed " + (kill + 1) + " times");
        }
        var restart = System.nanoTime();
        turn.release(count);
        uploading.join();
        workshop.uploads().awaitEmpty(LONGEST.plusMinutes(2));

        var seconds = (System.nanoTime() - restart) / 1e9;
        row.atMost("complete after the last restart", seconds, 180, "s");
        row.tell("kills with messages at hand", busy + " of " + KILLS);
        workshop.prove(row, "w1/");
        row.is("dead letters", workshop.dead().take(), List.of());
        row.tell("decodes of " + count + " uploads", String.valueOf(workshop.decodes("w1/")));
    }

    /// One in five overwrites an earlier one.
    ///
    /// @param turn of each to be uploaded
    private void upload(int count, Semaphore turn) {
        var random = new Random(2);
        try {
            for (var number = 0; number < count; number++) {
                turn.acquire();
                var key = number % 5 == 4 ? random.nextInt(number) / 5 * 5 : number;
                workshop.originals()
                        .upload("w1/%03d.jpg".formatted(key), Pictures.of(random.nextInt()));
                Thread.sleep(random.nextInt(100));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Tag("W2")
    @DisplayName("kill -9 after the last PUT, before the acknowledgement: at most 1 decode more")
    void rendersNothingTwiceThatItDidNotAcknowledge(Row row)
            throws IOException, InterruptedException {
        var first = workshop.start(Workshop.impatient());
        var killed = new AtomicBoolean();
        workshop.aws()
                .sqs()
                .fail(
                        call ->
                                Call.action("DeleteMessage").test(call)
                                        && killed.compareAndSet(false, true),
                        new Fault.After(() -> kill(first), new Fault.Refused()));
        workshop.originals().upload("w2/a.jpg", Pictures.of(1));
        row.is("killed", first.awaitEnd(LONGEST).isPresent(), true);
        row.is("renditions by then", workshop.proof().count("w2/"), 3L);

        workshop.start(Workshop.impatient());
        workshop.uploads().awaitEmpty(LONGEST);

        row.atMost("decodes", (double) workshop.decodes("w2/"), 2, "");
        workshop.prove(row, "w2/");
        row.is("dead letters", workshop.dead().take(), List.of());
    }

    @Test
    @Tag("W3")
    @DisplayName(
            "out of memory with 4 in flight, 1 guilty: quarantine after ≤ 2 crashes, 0 innocents"
                    + " among the dead letters")
    void blamesTheGuiltyAlone(Row row) throws IOException, InterruptedException {
        var cage = MemoryCage.of(1100);
        row.tell("ended by", cage.isPresent() ? "the system's OOM killer" : "its own signal");
        var launch =
                Workshop.impatient()
                        .with("image-handler.slots", "4")
                        .withFlag("-javaagent:" + MischiefAgent.jar(workshop.folder()))
                        .withFlag("-Xmx256m");
        var keys = workshop.stock("w3/", 40);
        workshop.originals().put("w3/guilty.jpg", Mischief.GREED.in(Pictures.of(1)));
        workshop.originals().expectNothing("w3/guilty.jpg");
        var events = new ArrayList<>(keys.stream().map(Events::created).toList());
        events.add(2, Events.created("w3/guilty.jpg"));
        try (var keeper = Keeper.of(workshop, cage.map(one -> one.around(launch)).orElse(launch))) {
            workshop.uploads().send(events);
            var time = workshop.uploads().awaitEmpty(LONGEST);

            row.tell("until the queue was empty", time.toSeconds() + " s");
            row.atMost("crashes", keeper.deaths(), 2, "");
        }
        var letters = workshop.dead().take();
        row.is(
                "dead letters",
                letters.stream().map(Letter::key).toList(),
                List.of("w3/guilty.jpg"));
        row.tell("reason", letters.stream().map(Letter::reason).toList().toString());
        workshop.prove(row, "w3/");
        workshop.dismiss();
        if (cage.isPresent()) {
            cage.get().close();
        }
    }

    @Test
    @Tag("W4")
    @DisplayName(
            "stopped for longer than its lease, then going on, while another took over: in step")
    void doesNoHarmWhenItComesBack(Row row) throws IOException, InterruptedException {
        var stopped = workshop.start(Workshop.impatient().with("image-handler.slots", "1"));
        var once = new AtomicBoolean();
        workshop.aws()
                .s3()
                .fail(
                        call ->
                                Call.to("PUT", "/derived/_r/s/w4/").test(call)
                                        && once.compareAndSet(false, true),
                        new Fault.After(() -> signal(stopped, Signal.STOP), Fault.NONE));
        workshop.originals().upload("w4/a.jpg", Pictures.of(1));
        while (!once.get()) {
            Thread.sleep(20);
        }
        workshop.start(Workshop.impatient());
        workshop.originals().upload("w4/a.jpg", Pictures.of(2));
        Thread.sleep(Duration.ofSeconds(Workshop.VISIBILITY + 4));
        workshop.originals().upload("w4/a.jpg", Pictures.of(3));
        var time = workshop.uploads().awaitEmpty(LONGEST);
        row.tell("another took over and was done after", time.toSeconds() + " s");
        workshop.prove(row, "w4/");

        signal(stopped, Signal.CONT);
        workshop.originals().upload("w4/b.jpg", Pictures.of(4));
        Thread.sleep(Duration.ofSeconds(3));
        workshop.uploads().awaitEmpty(LONGEST);

        row.is("alive", stopped.isAlive(), true);
        workshop.prove(row, "w4/");
        row.is("dead letters", workshop.dead().take(), List.of());
    }

    private static void kill(ServiceProcess worker) {
        signal(worker, Signal.KILL);
    }

    private static void signal(ServiceProcess worker, Signal signal) {
        try {
            worker.send(signal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
