package io.imagehandler.local.chaos.ondemand;

import static org.awaitility.Awaitility.await;

import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Launch;
import io.imagehandler.local.chaos.Photos;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.ServiceLog;
import io.imagehandler.local.chaos.http.Pipeline;
import io.imagehandler.local.chaos.proxy.Call;
import io.imagehandler.request.HostileRequests;
import io.imagehandler.request.KeptConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Requests that are made to cost as much as they can.
@ExtendWith(Rows.class)
class AttackChaos {

    private static final String HARMLESS = "GET /a.jpg HTTP/1.1\r\nHost: images\r\n\r\n";
    private static final long SEED = 20_261_123;
    private static final int SENDERS = 4;
    private static final int AT_ONCE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String LINES = "lines of the log a second, without the counters";
    private static final int MOST_LINES = 10;
    private static final int LEAST_ERRORS = 10_000;

    /// Of a million URLs: eight bytes of each would be as much.
    private static final int MOST_ALIVE = 8;

    private static final List<String> ODD_FIELDS =
            List.of(
                    "User-Agent: \u001b[31mred\u001b[0m",
                    "Referer: http://a/\u00e2\u0080\u00a8\"}{\"level\":\"ERROR\"}",
                    "X-Request-Id: a\u00e2\u0080\u00a9b",
                    "Accept: image/webp\\n{\"fake\":1}");

    @TempDir private Path folder;

    @Test
    @Tag("U1")
    @DisplayName("10,000 hostile requests: refused at once, S3 is not asked, none goes unrecorded")
    void refusesHostileRequests(Row row) throws IOException, InterruptedException {
        var count = Row.count(10_000);
        try (var aws = FaultyAws.start(folder);
                var service = OnDemand.start(aws.faulty(), folder)) {
            aws.upload("a.jpg", Photos.small(1));
            time(service, () -> HARMLESS, 2_000, new TreeMap<>());
            var harmless = time(service, () -> HARMLESS, 2_000, new TreeMap<>());
            time(service, new HostileRequests(SEED + 1)::next, 2_000, new TreeMap<>());
            settle(service);
            aws.s3().forget();
            var begin = ServiceLog.end(service.process());

            var statuses = new TreeMap<Integer, Integer>();
            var hostile = time(service, new HostileRequests(SEED)::next, count, statuses);

            settle(service);
            row.say(statuses.toString());
            row.is("answers of 5xx", count(statuses, 500, 599), 0);
            row.is("answers that are no refusal", count(statuses, 100, 399), 0);
            row.atMost("p99", hostile[count * 99 / 100] / 1e6, 20, "ms");
            row.tell(
                    "median, of that of harmless ones",
                    "%.2f of %.2f ms".formatted(hostile[count / 2] / 1e6, harmless[1_000] / 1e6));
            row.is("calls of S3", aws.s3().count(Call.any()), 0L);
            var log = ServiceLog.since(begin, service.process());
            row.is("in the log, one by one or counted", log.told(), (long) count);
            row.is("lines that are odd", log.odd().size(), 0);
        }
    }

    @Test
    @Tag("D1")
    @DisplayName("a million unsigned URLs: 403, S3 is not asked, nothing is stored")
    void refusesWhatNobodySigned(Row row)
            throws IOException, InterruptedException, ExecutionException {
        var count = Row.count(1_000_000);
        var launch =
                Launch.shipped()
                        .with("image-handler.signing.mode", "ad-hoc")
                        .with("image-handler.signing.keys.k1", "of-no-account-".repeat(3));
        try (var aws = FaultyAws.start(folder);
                var service = OnDemand.start(aws.faulty(), folder, launch)) {
            aws.upload("a.jpg", Photos.small(1));
            flood(service, count / 10, AttackChaos::unsigned);
            settle(service);
            var before = service.figures();
            var live = service.process().liveHeap();
            aws.s3().forget();
            var begin = ServiceLog.end(service.process());

            var begun = System.nanoTime();
            var statuses = flood(service, count, AttackChaos::unsigned);
            var seconds = (System.nanoTime() - begun) / 1e9;

            settle(service);
            row.tell("requests a second", "%.0f".formatted(count / seconds));
            row.is("answers", statuses.toString(), Map.of(403, count).toString());
            row.is("calls of S3", aws.s3().count(Call.any()), 0L);
            row.is("stored", aws.emptyDerived(), 0);
            row.atMost("memory rise", service.figures().peak() - before.peak(), 64, "MB");
            row.atMost(
                    "rise of what is alive in the heap",
                    (service.process().liveHeap() - live) / 1e6,
                    MOST_ALIVE,
                    "MB");
            var log = ServiceLog.since(begin, service.process());
            row.atMost(LINES, log.requests() / (seconds + 1), MOST_LINES, "");
            row.is("in the log, one by one or counted", log.told(), (long) count);
            row.is("a style after", service.get("/a.jpg?x-oss-process=style/thumb").status(), 200);
        }
    }

    /// Another one for each number below a million.
    private static String unsigned(long number) {
        return "/a.jpg?x-oss-process=image/resize,w_%d,h_%d"
                .formatted(1 + number % 1_000, 1 + number / 1_000 % 1_000);
    }

    @Test
    @Tag("V2")
    @DisplayName("keys and headers of control characters, then a flood of errors: a readable log")
    void keepsItsLogReadable(Row row) throws IOException, InterruptedException, ExecutionException {
        try (var aws = FaultyAws.start(folder);
                var service = OnDemand.start(aws.faulty(), folder)) {
            odd(row, service, Row.count(1_000));
            flood(service, 20 * Row.count(1_000), AttackChaos::unknown); // the JVM compiles
            settle(service);
            floodWithErrors(row, service, 100 * Row.count(1_000));
        }
    }

    private static void odd(Row row, OnDemand service, int count) throws IOException {
        var begin = ServiceLog.end(service.process());
        for (var number = 0; number < count; number++) {
            var field = ODD_FIELDS.get(number % ODD_FIELDS.size());
            service.client().ask("GET", oddPath(number), List.of(field));
        }
        settle(service);
        var log = ServiceLog.since(begin, service.process());
        log.odd().forEach(row::say);
        row.is("odd requests in the log, one by one or counted", log.told(), (long) count);
        row.is("lines that are no JSON in ASCII", log.odd().size(), 0);
    }

    private static void floodWithErrors(Row row, OnDemand service, int count)
            throws IOException, InterruptedException, ExecutionException {
        var begin = ServiceLog.end(service.process());
        var begun = System.nanoTime();
        var statuses = flood(service, count, AttackChaos::unknown);
        var seconds = (System.nanoTime() - begun) / 1e9;
        settle(service);
        var log = ServiceLog.since(begin, service.process());
        log.odd().forEach(row::say);
        row.is("answers to the flood", statuses.toString(), Map.of(404, count).toString());
        row.atLeast("errors a second", count / seconds, LEAST_ERRORS, "");
        row.atMost(LINES, log.requests() / (seconds + 1), MOST_LINES, "");
        row.is("errors in the log, one by one or counted", log.told(), (long) count);
        row.is("lines of the flood that are no JSON in ASCII", log.odd().size(), 0);
    }

    private static String unknown(long number) {
        return "/a.jpg?x-oss-process=style/no-" + number;
    }

    /// A key that is refused, or one of a picture that is not there.
    private static String oddPath(int number) {
        var line = "/%d%%E2%%80%%A8%%7B%%22fake%%22:1%%7D".formatted(number);
        return number % 2 == 0 ? line : line + "%0A%0D%1B[31m%C2%85%00";
    }

    /// Until the counters of equal lines were written, a second after them.
    private static void settle(OnDemand service) throws IOException {
        var last = new long[] {-1};
        try {
            await().pollDelay(Duration.ofMillis(1_500))
                    .pollInterval(Duration.ofMillis(1_500))
                    .atMost(PATIENCE)
                    .until(() -> {
                        var end = ServiceLog.end(service.process());
                        var same = end == last[0];
                        last[0] = end;
                        return same;
                    });
        } catch (ConditionTimeoutException _) {
            // the figures tell
        }
    }

    private static int count(Map<Integer, Integer> statuses, int from, int to) {
        return statuses.entrySet().stream()
                .filter(one -> one.getKey() >= from && one.getKey() <= to)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /// How long each took, in nanoseconds, in rising order.
    private static long[] time(
            OnDemand service, Supplier<String> requests, int count, Map<Integer, Integer> statuses)
            throws IOException {
        var times = new long[count];
        var connection = new KeptConnection(service.process().port());
        for (var number = 0; number < count; number++) {
            var request = requests.get();
            var start = System.nanoTime();
            var reply = connection.exchange(request);
            times[number] = System.nanoTime() - start;
            statuses.merge(reply.status(), 1, Integer::sum);
            if (!reply.lasts()) {
                connection.close();
                connection = new KeptConnection(service.process().port());
            }
        }
        connection.close();
        Arrays.sort(times);
        return times;
    }

    /// So many requests, as fast as they are answered.
    private static Map<Integer, Integer> flood(
            OnDemand service, int count, LongFunction<String> path)
            throws InterruptedException, ExecutionException {
        var statuses = new ConcurrentSkipListMap<Integer, Integer>();
        var batches = new AtomicLong();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (var sender = 0; sender < SENDERS; sender++) {
                all.add(
                        senders.submit(() -> {
                            try (var pipeline = new Pipeline(service.process().port(), PATIENCE)) {
                                for (var from = batches.getAndIncrement() * AT_ONCE;
                                        from < count;
                                        from = batches.getAndIncrement() * AT_ONCE) {
                                    var paths =
                                            LongStream.range(from, Math.min(count, from + AT_ONCE))
                                                    .mapToObj(path)
                                                    .toList();
                                    pipeline.get(paths)
                                            .forEach((status, n) ->
                                                    statuses.merge(status, n, Integer::sum));
                                }
                            }
                            return null;
                        }));
            }
            for (var sender : all) {
                sender.get();
            }
        }
        return statuses;
    }
}
