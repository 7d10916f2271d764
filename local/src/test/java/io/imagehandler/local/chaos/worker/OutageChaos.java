package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.chaos.Photos;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.ServiceProcess;
import io.imagehandler.local.chaos.proxy.Call;
import io.imagehandler.local.chaos.proxy.Fault;
import io.imagehandler.local.chaos.proxy.FaultProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What the worker depends on is away, slow, or half there. One worker lives through it all.
@ExtendWith(Rows.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageChaos {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    /// More than comes in the time of a call at 10 KB/s.
    private static final String HUGE = "q4-huge.jpg";

    private static final Duration BEFORE = Duration.ofSeconds(6);
    private static final Duration OVER = Duration.ofSeconds(4);
    private static final Duration AFTER = Duration.ofSeconds(15);

    /// The part of an outage in which nobody asks for messages any more.
    private static final int LAST_THIRD = 3;

    /// Of the rate before: what a machine with other things to do varies by.
    private static final double FULL = 0.8;

    private Workshop workshop;
    private ServiceProcess worker;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        workshop = Workshop.open(folder);
        worker = workshop.start(Workshop.impatient());
        workshop.stock("warm-up/", 100)
                .forEach(key -> workshop.uploads().send(Events.created(key)));
        workshop.uploads().awaitEmpty(LONGEST);
    }

    @AfterEach
    void heal() throws IOException {
        workshop.aws().s3().heal();
        workshop.aws().sqs().heal();
        workshop.aws().dynamoDb().heal();
    }

    @AfterAll
    void close() throws IOException {
        workshop.close();
    }

    /// An outage.
    @FunctionalInterface
    private interface Trouble {

        void begin() throws IOException;
    }

    @Test
    @Tag("Q1")
    @DisplayName(
            "S3 refuses connections for 30 s: 0 lost, ≤ 1 receive more, full rate ≤ 15 s later")
    void outlastsAnS3ThatRefuses(Row row) throws IOException, InterruptedException {
        outlastInSilence(row, "q1-refused/", workshop.aws().s3(), workshop.aws().s3()::goAway);
    }

    @Test
    @Tag("Q1")
    @DisplayName("S3 swallows every call for 30 s: the same")
    void outlastsAnS3ThatSwallows(Row row) throws IOException, InterruptedException {
        var s3 = workshop.aws().s3();
        outlastInSilence(row, "q1-swallowed/", s3, () -> s3.fail(new Fault.BlackHole()));
    }

    @Test
    @Tag("Q1")
    @DisplayName("S3 answers every call with 503 for 30 s: the same")
    void outlastsAnS3ThatCannot(Row row) throws IOException, InterruptedException {
        var s3 = workshop.aws().s3();
        outlastInSilence(row, "q1-503/", s3, () -> s3.fail(new Fault.Unavailable(100)));
    }

    @Test
    @Tag("Q1")
    @DisplayName("S3 answers half of the calls with 503 for 30 s: the same")
    void outlastsHalfAnS3(Row row) throws IOException, InterruptedException {
        var s3 = workshop.aws().s3();
        outlast(row, "q1-half/", s3, () -> s3.fail(new Fault.Unavailable(50)));
    }

    @Test
    @Tag("Q2")
    @DisplayName("SQS is away for 30 s: it asks again within 10 s, seldom, and does not end")
    void outlastsAnSqsThatIsAway(Row row) throws IOException, InterruptedException {
        workshop.dismiss();
        // One queue, since polls do not tell of which they are.
        worker = workshop.start(Workshop.impatient().with("image-handler.backfill-queue", ""));
        var sqs = workshop.aws().sqs();
        var polls = new ConcurrentLinkedQueue<Long>();
        outlast(
                row,
                "q2/",
                sqs,
                () -> {
                    sqs.fail(new Fault.Refused());
                    sqs.fail(
                            Call.action("ReceiveMessage"),
                            new Fault.After(
                                    () -> polls.add(System.nanoTime()), new Fault.Refused()));
                });
        var times = polls.stream().sorted().toList();
        var longest =
                IntStream.range(1, times.size())
                        .mapToLong(next -> times.get(next) - times.get(next - 1))
                        .max()
                        .orElse(Long.MAX_VALUE);
        row.atMost("longest time between two polls", longest / 1e9, 10, "s");
        row.atMost("polls meanwhile", times.size(), 2.0 * Row.seconds(30).toSeconds(), "");
    }

    @Test
    @Tag("Q3")
    @DisplayName("DynamoDB is away for 30 s: it pauses and loses nothing")
    void outlastsADynamoDbThatIsAway(Row row) throws IOException, InterruptedException {
        outlastInSilence(row, "q3/", workshop.aws().dynamoDb(), workshop.aws().dynamoDb()::goAway);
    }

    /// The same, and it is to find out that it cannot work.
    private void outlastInSilence(Row row, String prefix, FaultProxy who, Trouble trouble)
            throws IOException, InterruptedException {
        row.is("polls in the last third", outlast(row, prefix, who, trouble), 0L);
    }

    /// @return how often it asked for messages in the last third of the outage
    private long outlast(Row row, String prefix, FaultProxy who, Trouble trouble)
            throws IOException, InterruptedException {
        var log = workshop.log().fromNow();
        long asked;
        try (var stream = Stream.start(workshop, prefix)) {
            Thread.sleep(Duration.ofSeconds(2));
            var from = System.nanoTime();
            Thread.sleep(BEFORE);
            var begin = System.nanoTime();
            var full = stream.rate(from, begin);
            var quiet = log.lines().size();
            trouble.begin();
            Thread.sleep(Row.seconds(30).multipliedBy(LAST_THIRD - 1).dividedBy(LAST_THIRD));
            var before = polls();
            Thread.sleep(Row.seconds(30).dividedBy(LAST_THIRD));
            asked = polls() - before;
            var said = log.lines().size() - quiet;
            who.heal();
            var healed = System.nanoTime();
            Thread.sleep(AFTER.plus(OVER));
            var away = Duration.ofNanos(healed - begin);

            row.tell("rate before", "%.1f /s".formatted(full));
            row.tell("rate meanwhile", "%.1f /s".formatted(stream.rate(begin, healed)));
            row.atMost(
                    "full rate again after",
                    stream.until(FULL * full, healed, OVER).toMillis() / 1e3,
                    (double) AFTER.toSeconds(),
                    "s");
            row.atMost("lines of the log", said / (double) away.toSeconds(), 10, "/s");
        }
        workshop.uploads().awaitEmpty(LONGEST);
        row.is("the worker is alive", worker.isAlive(), true);
        row.atMost("times that a message was received", log.mostReceives(prefix), 2, "");
        row.is("dead letters", workshop.dead().take(), List.of());
        workshop.prove(row, prefix);
        return asked;
    }

    private long polls() {
        return workshop.aws().sqs().count(Call.action("ReceiveMessage"));
    }

    @Test
    @Tag("Q4")
    @DisplayName(
            "S3 takes 2 s more, then bodies at 10 KB/s: threads bounded, no call longer than 15 s,"
                    + " nothing lost")
    void staysSmallWhileS3IsSlow(Row row) throws IOException, InterruptedException {
        var threads = worker.figures().threads();
        var keys = workshop.stock("q4/", 12);
        workshop.aws().s3().fail(new Fault.Delayed(Duration.ofSeconds(2)));
        workshop.uploads().send(keys.stream().map(Events::created).toList());
        Thread.sleep(Row.seconds(15));
        var late = worker.figures().threads();
        workshop.aws().s3().heal();
        workshop.aws().s3().fail(new Fault.Throttled(10 << 10));
        var log = workshop.log().fromNow();
        workshop.originals().put(HUGE, Photos.large());
        workshop.uploads().send(Events.created(HUGE));
        Thread.sleep(Row.seconds(10));
        var slow = worker.figures().threads();
        var given = Duration.ofMillis(log.awaitMillis(HUGE, LONGEST));
        workshop.aws().s3().heal();
        workshop.uploads().awaitEmpty(LONGEST);

        row.atMost("an original that drips is given up after", given.toMillis() / 1e3, 17, "s");
        row.is("renditions of it in the end", workshop.proof().count(HUGE), 3L);
        row.tell("threads before", String.valueOf(threads));
        row.atMost("threads more", Math.max(late, slow) - threads, 20, "");
        row.is("dead letters", workshop.dead().take(), List.of());
        workshop.prove(row, "q4/");
    }

    @Test
    @Tag("Q5")
    @DisplayName(
            "GETs are reset, or end, in the middle: never a part of a rendition, the worker lives")
    void storesNothingOfHalfAnOriginal(Row row) throws InterruptedException, IOException {
        var keys = workshop.stock("q5/", 20);
        workshop.aws().s3().fail(Workshop.reads("q5/"), new Fault.ResetAfter(2000));
        workshop.aws().s3().fail(Workshop.reads("q5/000"), new Fault.EndsAfter(2000));
        workshop.uploads().send(keys.stream().map(Events::created).toList());
        Thread.sleep(Row.seconds(8));
        var meanwhile = workshop.proof().count("q5/");
        var ended = workshop.decodes("q5/000");
        var reset = workshop.decodes("q5/") - ended;
        workshop.aws().s3().heal();
        workshop.uploads().awaitEmpty(LONGEST);

        row.atLeast("GETs that were reset", (double) reset, 10, "");
        row.atLeast("GETs that ended too early", (double) ended, 10, "");
        row.is("renditions meanwhile", meanwhile, 0L);
        row.is("the worker is alive", worker.isAlive(), true);
        row.is("dead letters", workshop.dead().take(), List.of());
        workshop.prove(row, "q5/");
    }

    @Test
    @Tag("Q6")
    @DisplayName("PUTs are done and answered 500: complete, and nothing is done twice")
    void isNotMisledByAnswers(Row row) throws InterruptedException, IOException {
        var keys = workshop.stock("q6/", 20);
        workshop.aws()
                .s3()
                .fail(
                        call ->
                                Call.to("PUT", "/derived/").test(call)
                                        && call.path().hashCode() % 2 == 0,
                        new Fault.AppliedButFailed());
        workshop.uploads().send(keys.stream().map(Events::created).toList());
        Thread.sleep(Row.seconds(6));
        workshop.aws().s3().heal();
        workshop.uploads().awaitEmpty(LONGEST);

        row.tell("decodes", String.valueOf(workshop.decodes("q6/")));
        row.is("renditions", workshop.written().renditions("q6/"), 60L);
        row.is("written more than once", workshop.written().repeated("q6/"), 0L);
        row.is("dead letters", workshop.dead().take(), List.of());
        workshop.prove(row, "q6/");
    }

    @Test
    @Tag("Q7")
    @DisplayName("half of the acknowledgements fail and all heartbeats: more deliveries, no more")
    void bearsAQueueThatDoesNotListen(Row row) throws IOException, InterruptedException {
        var keys = workshop.stock("q7/", 60);
        workshop.aws().sqs().forget();
        workshop.aws()
                .sqs()
                .fail(Call.action("ChangeMessageVisibility"), new Fault.Unavailable(100));
        workshop.aws().sqs().fail(Call.action("DeleteMessage"), new Fault.Unavailable(50));
        slowDown("q7/000");
        var unacknowledged = worker.metric("sqs_ack_failed_total").orElse(0);
        var unheard = worker.metric("sqs_heartbeat_failed_total").orElse(0);
        workshop.uploads().send(keys.stream().map(Events::created).toList());
        var time = workshop.uploads().awaitEmpty(LONGEST);

        row.tell("until the queue was empty", time.toSeconds() + " s");
        row.tell(
                "acknowledgements tried",
                String.valueOf(workshop.aws().sqs().count(Call.action("DeleteMessage"))));
        row.atLeast(
                "that failed, as counted",
                worker.metric("sqs_ack_failed_total").orElse(0) - unacknowledged,
                1,
                "");
        row.atLeast(
                "heartbeats that failed, as counted",
                worker.metric("sqs_heartbeat_failed_total").orElse(0) - unheard,
                10,
                "");
        row.atMost("decodes", (double) workshop.decodes("q7/"), 60, "");
        row.is("dead letters", workshop.dead().take(), List.of());
        workshop.prove(row, "q7/");
    }

    /// So that a pass takes longer than until the first heartbeat, and not as long as its lease.
    private void slowDown(String prefix) {
        var s3 = workshop.aws().s3();
        s3.fail(Workshop.reads(prefix), new Fault.Delayed(Duration.ofSeconds(4)));
        s3.fail(Call.to("HEAD", "/originals/" + prefix), new Fault.Delayed(Duration.ofMillis(800)));
    }

    @Test
    @Tag("E11")
    @Tag("P2")
    @DisplayName(
            "S3 denies every HEAD of originals for 60 s: 0 renditions removed; 5 keys for ever: 5"
                    + " attempts, then dead letters with the reason")
    void takesADenialForNoAbsence(Row row) throws IOException, InterruptedException {
        var kept = workshop.stock("e11/", 30);
        workshop.uploads().send(kept.stream().map(Events::created).toList());
        workshop.uploads().awaitEmpty(LONGEST);
        var before = workshop.proof().count("e11/");
        var denied = workshop.stock("p2/", 5);
        denied.forEach(workshop.originals()::expectNothing);
        workshop.aws().s3().fail(Call.to("HEAD", "/originals/"), new Fault.Answered(403, "x"));
        workshop.uploads().send(kept.stream().map(Events::removed).toList());
        workshop.uploads().send(denied.stream().map(Events::created).toList());

        Thread.sleep(Row.seconds(60));

        row.is("files of 30 originals", before, 90L);
        row.is("files after a minute of denials", workshop.proof().count("e11/"), 90L);
        workshop.aws().s3().heal();
        workshop.aws().s3().fail(Call.to("HEAD", "/originals/p2/"), new Fault.Answered(403, "x"));
        workshop.uploads().awaitEmpty(LONGEST);
        workshop.prove(row, "e11/");
        requireFiveAttempts(row.also("P2"), workshop.dead().take());
        workshop.prove(row.also("P2"), "p2/");
    }

    private static void requireFiveAttempts(Row row, List<Letter> all) {
        var letters = all.stream().filter(letter -> letter.key().startsWith("p2/")).toList();
        row.is("dead letters", letters.size(), 5);
        row.is(
                "their reasons and tries",
                letters.stream()
                        .map(letter -> letter.reason() + " " + letter.attempts())
                        .distinct()
                        .toList(),
                List.of("transient 5"));
        row.tell(
                "what they say",
                letters.isEmpty()
                        ? ""
                        : letters.getFirst().attributes().getOrDefault("detail", ""));
    }
}
