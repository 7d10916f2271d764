package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.chaos.Launch;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.ServiceProcess;
import io.imagehandler.local.chaos.ServiceProcess.Signal;
import io.imagehandler.local.chaos.proxy.Call;
import io.imagehandler.local.chaos.proxy.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// How a worker begins and ends.
@ExtendWith(Rows.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeChaos {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    /// Before, while, and after the settings are read.
    private static final List<Duration> AGES =
            List.of(Duration.ofMillis(500), Duration.ofSeconds(3), Duration.ofSeconds(8));

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
    @Tag("S1")
    @DisplayName(
            "SIGTERM in full work: receives no more after 1 s, ends ≤ 25 s, all else at once"
                    + " visible")
    void givesBackWhatItHasNotBegun(Row row) throws IOException, InterruptedException {
        var worker = workshop.start(Workshop.usual());
        var keys = workshop.stock("s1/", 200);
        workshop.uploads().send(keys.stream().map(Events::created).toList());
        while (workshop.decodes("s1/") < 20) {
            Thread.sleep(20);
        }

        worker.send(Signal.TERM);
        Thread.sleep(Duration.ofSeconds(1));
        workshop.aws().sqs().forget();
        var begin = System.nanoTime();
        var code = worker.awaitEnd(LONGEST);
        var seconds = (System.nanoTime() - begin) / 1e9 + 1;

        row.is("ended", code.isPresent(), true);
        row.atMost("ended after", seconds, 25, "s");
        row.is(
                "receives more than 1 s after SIGTERM",
                workshop.aws().sqs().count(Call.action("ReceiveMessage")),
                0L);
        row.is("messages that nobody can see", workshop.uploads().hidden(), 0);
        row.atLeast("messages that wait", workshop.uploads().visible(), 1, "");

        workshop.start(Workshop.usual());
        workshop.uploads().awaitEmpty(LONGEST);
        row.is("dead letters", workshop.dead().take(), List.of());
        row.atMost("decodes", (double) workshop.decodes("s1/"), 204, "");
        workshop.prove(row, "s1/");
    }

    @Test
    @Tag("S2")
    @DisplayName("SIGTERM while S3 swallows every call, twice, and during the start: ends ≤ 45 s")
    void endsWhateverIsAway(Row row) throws IOException, InterruptedException {
        var busy = workshop.start(Workshop.impatient());
        workshop.aws().s3().fail(new Fault.BlackHole());
        var keys = workshop.stock("s2/", 4);
        workshop.uploads().send(keys.stream().map(Events::created).toList());
        while (workshop.aws().s3().count(call -> call.path().contains("/s2/")) < 2) {
            Thread.sleep(20);
        }
        row.atMost("while S3 swallows every call", secondsToEnd(busy, 2), 45, "s");
        for (var age : AGES) {
            var starting = workshop.launch(Workshop.usual());
            Thread.sleep(age);
            row.atMost(
                    "the same, %.1f s after the start".formatted(age.toMillis() / 1e3),
                    secondsToEnd(starting, 1),
                    45,
                    "s");
        }
        workshop.aws().s3().heal();

        workshop.start(Workshop.usual());
        workshop.uploads().awaitEmpty(LONGEST);
        row.is("dead letters", workshop.dead().take(), List.of());
        workshop.prove(row, "s2/");
    }

    private static double secondsToEnd(ServiceProcess worker, int signals)
            throws IOException, InterruptedException {
        var begin = System.nanoTime();
        for (var signal = 0; signal < signals; signal++) {
            worker.send(Signal.TERM);
            Thread.sleep(Duration.ofMillis(500));
        }
        var ended = worker.awaitEnd(LONGEST).isPresent();
        return ended ? (System.nanoTime() - begin) / 1e9 : LONGEST.toSeconds();
    }

    @Test
    @Tag("E8")
    @DisplayName("one bucket for originals and renditions: it does not start, and says why")
    void refusesOneBucketForBoth(Row row) throws IOException, InterruptedException {
        var log = workshop.log().fromNow();
        var worker =
                workshop.launch(Workshop.usual().with("image-handler.derived-bucket", "originals"));
        var code = worker.awaitEnd(LONGEST);

        row.holds("exit code", "not 0", code.toString(), code.isPresent() && code.get() != 0);
        row.atMost("ended after", worker.age().toMillis() / 1e3, 10, "s");
        row.atLeast(
                "lines that name the setting",
                log.lines("image-handler.derived-bucket").size(),
                1,
                "");
    }

    @Test
    @Tag("W5")
    @DisplayName(
            "a read-only root, with a place for temporary files as deployed: it works; without any,"
                    + " or with a full one: it works, or is not ready and says why")
    void needsNoDisk(Row row) throws IOException, InterruptedException {
        if (new ProcessBuilder("unshare", "--mount", "true").start().waitFor() != 0) {
            row.holds("mounts", "possible", "this user may not mount anything", false);
            return;
        }
        // It would not come so far if it could write.
        var readOnly = "mount -o remount,ro,bind / && ! touch /tmp/written 2> /dev/null";
        var temporary = "mount -t tmpfs -o size=%s none /tmp";
        var deployed = readOnly + " && " + temporary.formatted("64m");
        var full =
                temporary.formatted("1m") + " && ! head -c 2m /dev/zero > /tmp/full 2> /dev/null";
        row.is("read-only, but for /tmp", workOn(row, "w5-as-deployed/", deployed), "works");
        row.tell("read-only", workOn(row, "w5-read-only/", readOnly));
        row.tell("full", workOn(row, "w5-full/", full));
    }

    /// @param disk what is done to the file system that the worker sees, and nobody else
    private String workOn(Row row, String prefix, String disk)
            throws IOException, InterruptedException {
        var log = workshop.log().fromNow();
        var usual = Workshop.usual();
        var shell = List.of("unshare", "--mount", "/bin/sh", "-c", disk + " && exec \"$@\"", "");
        try {
            workshop.start(new Launch(shell, usual.flags(), usual.environment(), usual.settings()));
        } catch (IOException _) {
            workshop.dismiss();
            var reasons = log.lines("No space left").size() + log.lines("Read-only").size();
            row.holds(prefix, "not ready, with the reason", reasons + " lines", reasons > 0);
            return "is not ready";
        }
        var keys = workshop.stock(prefix, 10);
        workshop.uploads().send(keys.stream().map(Events::created).toList());
        workshop.uploads().awaitEmpty(Duration.ofSeconds(60));
        workshop.prove(row, prefix);
        workshop.dismiss();
        return "works";
    }
}
