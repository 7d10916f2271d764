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
import java.util.regex.Pattern;
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

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /// That many in a hundred are dropped, and as many deleted.
    private static final int PERCENT = 10;

    /// A page of a LIST.
    private static final double PAGE = 1000;

    /// Of styles, of what was asked for, and of manifests.
    private static final int RENDITION_LISTINGS = 3;

    /// Where a reconciliation has come to is written down after so many keys.
    private static final int BATCH = 256;

    /// With less a reconciliation cannot be killed in its middle.
    private static final int FEWEST = 600;

    private static final Pattern KEYS = Pattern.compile("(?m)^(\\d+) keys, ");

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
        var keys = workshop.stock("p6/", count);
        for (var number = 0; number < count; number++) {
            var key = keys.get(number);
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
        var held = workshop.dead().hidden();
        row.atMost("dead letters left, in its hand", (double) held, 10, "");
        row.is("other dead letters", workshop.dead().visible(), 0);
        row.atLeast(
                "messages and dead letters",
                (double) workshop.uploads().size() + workshop.dead().size(),
                count,
                "");

        workshop.start(Workshop.usual());
        workshop.uploads().awaitEmpty(LONGEST);

        var tally = workshop.proof().of(workshop.originals().expected("p6/"));
        row.is("decodes", workshop.decodes("p6/"), (long) tally.complete());
        row.is("dead letters", workshop.dead().size(), held);
        row.is("complete, or in its hand", tally.complete() + held, count);
        row.is("stale / wrong", tally.stale() + " / " + tally.wrong(), "0 / 0");
        workshop.dismiss();
    }

    @Test
    @Tag("E9")
    @DisplayName(
            "events dropped, originals undeleted, renditions deleted, a style changed: reconcile"
                    + " completes it, 1 LIST for 1,000 keys, and goes on where it was killed")
    void findsWhatNobodyTold(Row row) throws IOException, InterruptedException {
        var keys = workshop.stock("e9/", Math.max(FEWEST, Row.count(1000)));
        workshop.start(Workshop.usual());
        damage(keys);
        var objects = (double) workshop.proof().objects();
        row.tell("files before", workshop.proof().count("e9/") + " of " + 3 * keys.size());

        workshop.dismiss(); // it lists as well
        workshop.aws().s3().forget();
        var looked = look();
        row.atLeast("keys looked at", looked, keys.size(), "");
        requirePages(row, Names.ORIGINALS, workshop.originals().expected("").size(), 1);
        requirePages(row, Names.DERIVED, objects, RENDITION_LISTINGS);
        workshop.start(Workshop.usual());
        workshop.jobs().awaitEmpty(LONGEST);
        workshop.prove(row, "e9/");

        reconcileInTwo(row, keys.size());
        workshop.restyle(Workshop.CARD);
        reconcile();
        workshop.prove(row, "e9/");
        workshop.dismiss();
    }

    /// Of the first tenth nobody tells.
    private void damage(List<String> keys) throws InterruptedException {
        var part = keys.size() * PERCENT / 100;
        var deleted = keys.subList(part, 2 * part);
        var undeleted = keys.subList(2 * part, 3 * part);
        workshop.uploads()
                .send(keys.subList(part, keys.size()).stream().map(Events::created).toList());
        workshop.uploads().awaitEmpty(LONGEST);
        for (var key : deleted) {
            var path = "_r/s/%s/thumb".formatted(key);
            workshop.aws().client().deleteObject(delete -> delete.bucket(Names.DERIVED).key(path));
        }
        undeleted.forEach(workshop.originals()::delete);
        workshop.uploads().awaitEmpty(LONGEST);
        for (var number = 2 * part; number < 3 * part; number++) {
            workshop.originals().put(keys.get(number), Pictures.of(number));
        }
    }

    /// One for each full page, and one for what is left of each listing.
    private void requirePages(Row row, String bucket, double keys, int listings) {
        var lists = workshop.aws().s3().count(Workshop.lists(bucket));
        row.atMost("LISTs of " + bucket, (double) lists, Math.floor(keys / PAGE) + listings, "");
    }

    /// Another style for all, by a reconciliation that is killed and one that goes on.
    private void reconcileInTwo(Row row, int keys) throws IOException, InterruptedException {
        workshop.restyle("image/resize,w_100");
        var decodes = workshop.decodes("e9/");
        var killed = workshop.command("reconcile", "--rate", "50");
        while (killed.isAlive() && sent(decodes) < BATCH + 50) {
            Thread.sleep(20);
        }
        killed.destroyForcibly().waitFor();
        var looked = reconcile();

        var left = workshop.originals().expected("").size() - BATCH;
        row.atMost("keys looked at by who went on", looked, left, "");
        var small = workshop.proof().of(workshop.originals().expected("e9/"));
        row.is("with another style: as before", small.complete(), 0);
        row.is("with a rendition of the old one, or without", small.lost() + small.stale(), 0);
        row.atMost("decodes for it", (double) workshop.decodes("e9/") - decodes, keys, "");
    }

    /// The jobs that wait and those that are done.
    private long sent(long before) {
        return workshop.jobs().size() + workshop.decodes("e9/") - before;
    }

    /// @return how many keys it looked at
    private int reconcile() throws IOException, InterruptedException {
        var looked = look();
        workshop.jobs().awaitEmpty(LONGEST);
        workshop.uploads().awaitEmpty(LONGEST);
        return looked;
    }

    private int look() throws IOException, InterruptedException {
        var said = workshop.commandLog().length();
        var reconcile = workshop.command("reconcile", "--rate", "500");
        if (!reconcile.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)
                || reconcile.exitValue() != 0) {
            throw new IOException("reconcile does not end well: " + workshop.commandLog());
        }
        var report =
                KEYS.matcher(workshop.commandLog()).region(said, workshop.commandLog().length());
        if (!report.find()) {
            throw new IOException("reconcile does not say what it found");
        }
        return Integer.parseInt(report.group(1));
    }

    private void redrive(Row row) throws IOException, InterruptedException {
        var redrive = workshop.command("dead-letters", "redrive");
        if (!redrive.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || redrive.exitValue() != 0) {
            row.holds("redriving ends with", "0", redrive.toString(), false);
        }
    }
}
