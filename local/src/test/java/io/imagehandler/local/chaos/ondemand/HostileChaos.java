package io.imagehandler.local.chaos.ondemand;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.failure.UnsupportedFormat;
import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Launch;
import io.imagehandler.local.chaos.Photos;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.http.Answer;
import io.imagehandler.local.chaos.load.Load;
import io.imagehandler.testpictures.HostileFile;
import io.imagehandler.testpictures.HostileFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Files made to harm whoever decodes them.
@ExtendWith(Rows.class)
class HostileChaos {

    private static final List<String> ENGINES = List.of("vips", "thumbnailator");
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final int ROUNDS = 3;
    private static final String WISH = "?x-oss-process=image/resize,w_100";

    private final List<HostileFile> files = HostileFiles.all();

    @TempDir private Path folder;

    @Test
    @Tag("H1")
    @DisplayName(
            "every hostile file through each engine: refused as specified, and the next is fine")
    void refusesEveryHostileFile(Row row) throws IOException, InterruptedException {
        try (var aws = FaultyAws.start(folder)) {
            upload(aws);
            for (var engine : ENGINES) {
                try (var service = start(aws, engine)) {
                    oneByOne(row, service, engine);
                }
            }
        }
    }

    private void oneByOne(Row row, OnDemand service, String engine) throws IOException {
        var wrong = new ArrayList<String>();
        var slowest = 0.0;
        var before = service.figures();
        for (var number = 0; number < files.size(); number++) {
            var answer = service.get(path(number));
            if (!kind(answer).equals(wanted(files.get(number)))) {
                wrong.add(files.get(number) + " was " + kind(answer));
            }
            slowest = Math.max(slowest, millisOfGoodOne(service, number));
        }
        wrong.forEach(row::say);
        row.is(
                engine + ": refused as specified",
                files.size() - wrong.size() + " of " + files.size(),
                files.size() + " of " + files.size());
        row.atMost(engine + ": memory rise", service.figures().peak() - before.peak(), 256, "MB");
        row.atMost(engine + ": the next good one, slowest", slowest, 1000, "ms");
    }

    private static double millisOfGoodOne(OnDemand service, int number) throws IOException {
        var begin = System.nanoTime();
        var answer = service.get("/good.jpg?x-oss-process=image/resize,w_" + (50 + number));
        return answer.status() == 200 ? (System.nanoTime() - begin) / 1e6 : Double.MAX_VALUE;
    }

    @Test
    @Tag("H2")
    @DisplayName("all hostile files shuffled, 4 x slots at once, 3 rounds: the same each round")
    void refusesThemAllAtOnce(Row row) throws IOException, InterruptedException {
        try (var aws = FaultyAws.start(folder)) {
            upload(aws);
            for (var engine : ENGINES) {
                try (var service = start(aws, engine)) {
                    rounds(row, service, engine);
                }
            }
        }
    }

    private void rounds(Row row, OnDemand service, String engine)
            throws IOException, InterruptedException {
        var first = round(service, 0);
        var baseline = service.figures().rss();
        row.say("%s: after the first round %s".formatted(engine, service.figures()));
        var same = true;
        for (var number = 1; number <= ROUNDS; number++) {
            var again = round(service, number);
            same &= again.equals(first);
            row.say("%s: round %d %s".formatted(engine, number, service.figures()));
        }
        row.is(engine + ": files refused", first.size(), files.size());
        row.is(engine + ": refused by 5xx", count(first, "5"), 0L);
        row.is(engine + ": the same in each round", same, true);
        row.is(engine + ": the process lives", service.process().isAlive(), true);
        row.atMost(
                engine + ": memory after, of that after a round before",
                100 * service.figures().rss() / baseline,
                115,
                "%");
    }

    private static long count(Map<Integer, String> kinds, String status) {
        return kinds.values().stream().filter(kind -> kind.startsWith(status)).count();
    }

    /// What became of each file, in an order of the round's own.
    private Map<Integer, String> round(OnDemand service, int seed) throws InterruptedException {
        var order = new ArrayList<>(IntStream.range(0, files.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        var kinds = new ConcurrentSkipListMap<Integer, String>();
        Load.inTurn(
                order.size(),
                4 * OnDemand.SLOTS,
                n -> {
                    var file = order.get((int) n);
                    var answer = askUntilThereIsRoom(service, file);
                    kinds.put(file, kind(answer));
                    return answer;
                });
        return new TreeMap<>(kinds);
    }

    /// More than the queue holds come at once: who is sent away comes again, as told.
    private static Answer askUntilThereIsRoom(OnDemand service, int file) throws IOException {
        var answer = service.get(path(file));
        for (var tries = 0; answer.status() == 503 && tries < 10; tries++) {
            try {
                Thread.sleep(Duration.ofSeconds(1));
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            answer = service.get(path(file));
        }
        return answer;
    }

    private void upload(FaultyAws aws) throws IOException {
        aws.upload("good.jpg", Photos.large());
        for (var number = 0; number < files.size(); number++) {
            var bytes = files.get(number).bytes();
            var copy = new byte[bytes.remaining()];
            bytes.get(copy);
            aws.upload("hostile/" + number, copy);
        }
    }

    private OnDemand start(FaultyAws aws, String engine) throws IOException, InterruptedException {
        var launch = Launch.shipped().with("image-handler.engine", engine);
        var service = OnDemand.start(aws.direct(), folder.resolve(engine), launch);
        service.warmUp("good.jpg", WARM_UP);
        return service;
    }

    private static String path(int number) {
        return "/hostile/" + number + WISH;
    }

    private static String kind(Answer answer) {
        var code = answer.text().replaceAll("(?s).*\"code\":\"(\\w+)\".*", "$1");
        return answer.status() + (answer.status() == 200 ? "" : " " + code);
    }

    private static String wanted(HostileFile file) {
        return wanted(file.refusal());
    }

    private static String wanted(Class<? extends ImageFailure> refusal) {
        if (refusal == ImageTooLarge.class) {
            return "422 ImageTooLarge";
        }
        if (refusal == UndecodableImage.class) {
            return "422 UndecodableImage";
        }
        if (refusal == UnsupportedFormat.class) {
            return "415 UnsupportedFormat";
        }
        throw new IllegalArgumentException("no status is known of " + refusal);
    }
}
