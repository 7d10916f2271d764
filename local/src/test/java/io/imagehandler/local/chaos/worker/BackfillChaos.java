package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.aws.Clients;
import io.imagehandler.local.aws.Endpoints;
import io.imagehandler.local.aws.Names;
import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Launch;
import io.imagehandler.local.chaos.Photos;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.ServiceProcess;
import io.imagehandler.local.s3.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A backfill while uploads go on.
@ExtendWith(Rows.class)
class BackfillChaos {

    private static final int UPLOADS = 100;
    private static final Duration GAP = Duration.ofMillis(300);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @TempDir private Path folder;

    private final Readiness readiness = new Readiness();

    @Test
    @Tag("BACKFILL")
    @DisplayName(
            "2,000 originals while uploads go on, killed half-way: uploads take ≤ 2 times as long")
    void leavesUploadsTheirTime(Row row) throws IOException, InterruptedException {
        var originals = Row.count(2_000);
        try (var aws = FaultyAws.start(folder, Delivery.ONCE, readiness::saw)) {
            uploadUnnoticed(aws, originals);
            try (var worker = worker(aws.direct());
                    var sqs = Clients.sqs(aws.direct().sqs())) {
                worker.awaitReady(START);
                readiness.upload(aws, "warm/", 20, GAP);
                var alone = readiness.upload(aws, "alone/", UPLOADS, GAP);
                row.tell("p95 of uploads alone", "%.0f ms".formatted(p95(alone)));

                var first = backfill(aws.direct());
                awaitHalf(new Queue(sqs, Names.BACKFILL), originals);
                first.destroyForcibly().waitFor();
                row.say("killed, %d done".formatted(readiness.ready("old/")));
                var second = backfill(aws.direct());
                var beside = readiness.upload(aws, "beside/", UPLOADS, GAP);
                var done = readiness.ready("old/");
                row.say("%d of %d done when the uploads end".formatted(done, originals));
                await(originals);

                row.tell("p95 of uploads beside it", "%.0f ms".formatted(p95(beside)));
                row.atMost("p95 beside / alone", p95(beside) / p95(alone), 2, "");
                row.is("backfill still at work when the uploads end", done < originals, true);
                row.is("originals done", readiness.ready("old/"), (long) originals);
                row.is(
                        "renditions",
                        readiness.renditions("old/"),
                        originals * readiness.renditions("alone/") / UPLOADS);
                row.is("rendered twice", readiness.repeated("old/"), 0L);
                row.is("exit code", ends(second), 0);
                row.atLeast("lines with rate and remaining time", (double) progress(), 1, "");
            }
        }
    }

    /// Originals from before there was a worker.
    private static void uploadUnnoticed(FaultyAws aws, int number) throws IOException {
        for (var i = 0; i < number; i++) {
            aws.upload("old/" + i + ".jpg", Photos.small(i % 100));
        }
        try (var sqs = Clients.sqs(aws.direct().sqs())) {
            var url = sqs.getQueueUrl(get -> get.queueName(Names.QUEUE)).queueUrl();
            sqs.purgeQueue(purge -> purge.queueUrl(url));
        }
    }

    private ServiceProcess worker(Endpoints endpoints) throws IOException {
        return ServiceProcess.worker(endpoints, Launch.usual(), folder.resolve("worker.log"));
    }

    private Process backfill(Endpoints endpoints) throws IOException {
        var words = List.of("backfill", "--all", "--prefix=old/", "--rate=200");
        return ServiceProcess.command(endpoints, words, folder.resolve("backfill.log"));
    }

    /// Until half of them are sent, by what is done and what waits.
    private void awaitHalf(Queue jobs, int originals) throws InterruptedException {
        while (readiness.ready("old/") + jobs.size() < originals / 2) {
            Thread.sleep(LOOK);
        }
    }

    /// What the command has said of how it gets on.
    private long progress() throws IOException {
        return Files.readString(folder.resolve("backfill.log"))
                .lines()
                .filter(line -> line.matches("backfill: .* done, [0-9.]+/s, .* left, .*"))
                .peek(System.out::println)
                .count();
    }

    private void await(long originals) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (readiness.ready("old/") < originals) {
            if (System.nanoTime() > deadline) {
                throw new IOException("only %d done".formatted(readiness.ready("old/")));
            }
            Thread.sleep(LOOK);
        }
    }

    private static int ends(Process process) throws InterruptedException {
        return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
    }

    private static double p95(List<Double> sorted) {
        return sorted.get((int) (sorted.size() * 0.95));
    }
}
