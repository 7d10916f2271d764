package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.aws.Names;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What operators do about what went wrong.
@ExtendWith(Rows.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepairChaos {

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private Workshop workshop;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        workshop = Workshop.open(folder);
    }

    @AfterAll
    void close() throws IOException {
        workshop.close();
    }

    @Test
    @Tag("P6")
    @DisplayName("1,000 dead letters sent again, broken off in the middle, and again: as if once")
    void sendsDeadLettersAgain(Row row) throws IOException, InterruptedException {
        var count = Row.count(1000);
        var keys = workshop.stock("p6/", count / 10);
        for (var number = 0; number < count; number++) {
            var key = keys.get(number % keys.size());
            workshop.dead()
                    .send(
                            Events.created(key),
                            Map.of("reason", "transient", "key", key, "attempts", "5"));
        }
        var broken = workshop.command("dead-letters", "redrive", "--reason", "transient");
        while (broken.isAlive() && workshop.uploads().size() < count / 3) {
            Thread.sleep(5);
        }
        broken.destroyForcibly().waitFor();
        row.tell("sent when it was killed", workshop.uploads().size() + " of " + count);
        redrive(row);
        redrive(row);
        // What it held when it was killed comes back in 10 minutes.
        row.atMost("dead letters left, in its hand", (double) workshop.dead().hidden(), 10, "");
        row.is("other dead letters", workshop.dead().visible(), 0);
        row.atLeast(
                "messages and dead letters",
                (double) workshop.uploads().size() + workshop.dead().size(),
                count,
                "");

        workshop.start(Workshop.usual());
        workshop.uploads().awaitEmpty(LONGEST);

        row.is("decodes", workshop.decodes("p6/"), (long) keys.size());
        row.is("dead letters", workshop.dead().take(), List.of());
        workshop.prove(row, "p6/");
        workshop.dismiss();
    }

    @Test
    @Tag("E9")
    @DisplayName(
            "events dropped, renditions deleted, a style changed and back: reconcile completes it,"
                    + " 1 LIST for 1,000 keys")
    void findsWhatNobodyTold(Row row) throws IOException, InterruptedException {
        var keys = workshop.stock("e9/", Row.count(200));
        var told = keys.subList(keys.size() / 10, keys.size());
        workshop.start(Workshop.usual());
        workshop.uploads().send(told.stream().map(Events::created).toList());
        workshop.uploads().awaitEmpty(LONGEST);
        for (var number = keys.size() / 10; number < keys.size() / 5; number++) {
            var path = "_r/s/%s/thumb".formatted(keys.get(number));
            workshop.aws().client().deleteObject(delete -> delete.bucket(Names.DERIVED).key(path));
        }
        row.tell("files before", String.valueOf(workshop.proof().count("e9/")));

        workshop.aws().s3().forget();
        var time = reconcile();

        row.tell("reconciled after", time.toSeconds() + " s");
        row.is("LISTs of originals", workshop.aws().s3().count(Workshop.lists()), 1L);
        workshop.prove(row, "e9/");

        workshop.restyle("image/resize,w_100");
        reconcile();
        var small = workshop.proof().of(workshop.originals().expected("e9/"));
        row.is("with another style: as before", small.complete(), 0);
        row.is("with a rendition of the old one, or without", small.lost() + small.stale(), 0);
        workshop.restyle(Workshop.CARD);
        reconcile();
        workshop.prove(row, "e9/");
        workshop.dismiss();
    }

    private Duration reconcile() throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var reconcile = workshop.command("reconcile", "--rate", "500");
        if (!reconcile.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)
                || reconcile.exitValue() != 0) {
            throw new IOException("reconcile does not end well: " + reconcile);
        }
        workshop.jobs().awaitEmpty(LONGEST);
        workshop.uploads().awaitEmpty(LONGEST);
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void redrive(Row row) throws IOException, InterruptedException {
        var redrive = workshop.command("dead-letters", "redrive");
        if (!redrive.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || redrive.exitValue() != 0) {
            row.holds("redriving ends with", "0", redrive.toString(), false);
        }
    }
}
