package io.imagehandler.local.chaos.ondemand;

import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Launch;
import io.imagehandler.local.chaos.Photos;
import io.imagehandler.local.chaos.ProcessFigures;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.Rows;
import io.imagehandler.local.chaos.load.Load;
import io.imagehandler.local.chaos.load.Trend;
import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.Webps;
import io.imagehandler.transformation.Size;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Many pictures of every kind, for long.
@ExtendWith(Rows.class)
class MemoryChaos {

    private static final List<String> KEYS =
            List.of(
                    "photo.jpg",
                    "progressive.jpg",
                    "inks.jpg",
                    "drawing.png",
                    "glass.png",
                    "film.gif",
                    "shot.webp");
    private static final List<String> ACTIONS =
            List.of(
                    "resize,w_%d",
                    "resize,m_fill,w_%d,h_90",
                    "resize,w_%d/rotate,90",
                    "resize,w_%d/blur,r_3,s_2",
                    "resize,w_%d/circle,r_60",
                    "resize,w_%d/sharpen,100",
                    "resize,w_%d/bright,20/contrast,-10",
                    "crop,w_200,h_150,g_center/resize,w_%d",
                    "resize,w_%d/watermark,text_aGVsbG8");
    private static final List<String> FORMATS =
            List.of("", "/format,jpg", "/format,png", "/format,webp", "/format,gif");
    private static final int LARGE_EACH = 100;
    private static final int STEPS = 40;

    @TempDir private Path folder;

    @Test
    @Tag("R1")
    @DisplayName("20,000 mixed pictures: memory, threads and files stay where they are")
    void keepsItsMemory(Row row) throws IOException, InterruptedException {
        var count = Row.count(20_000);
        try (var aws = FaultyAws.start(folder);
                var service = OnDemand.start(aws.direct(), folder)) {
            upload(aws);
            var memory = new Trend();
            var figures = new ArrayList<ProcessFigures>();
            var failed = 0;
            for (var step = 0; step < STEPS; step++) {
                var base = (long) step * count / STEPS;
                try (var floor = new Floor(service)) {
                    var shots =
                            Load.inTurn(
                                    count / STEPS,
                                    OnDemand.SLOTS,
                                    n -> service.get(path(base + n)));
                    failed += shots.count() - shots.ok().count();
                    memory.add((base + count / STEPS) / 1000.0, floor.rss());
                    var now = service.figures();
                    figures.add(now);
                    row.say(
                            "%d: least %.0f MB; %s; %s"
                                    .formatted(base + count / STEPS, floor.rss(), now, shots));
                }
            }
            row.is("answers other than 200", failed, 0);
            row.tell(
                    "allocator",
                    service.process().maps("jemalloc")
                            ? "jemalloc, as in the image"
                            : "the system's: libjemalloc2 is not installed");
            row.atMost(
                    "slope of the least RSS over the second half, per 1,000",
                    memory.slope(),
                    1,
                    "MB");
            flat(row, figures);
            row.atMost("RSS", service.figures().peak(), 0.85 * Launch.CONTAINER, "MB");
            row.is(
                    "what libvips holds of pictures after, in bytes",
                    service.metric("image_engine_memory_bytes").orElse(Double.NaN),
                    0.0);
        }
    }

    /// The least memory that a service held at any moment while this was open. What it held at one
    /// moment varies by 30 MB with the pictures and the compilations that are just under way; what
    /// is never given back raises the least, too.
    private static final class Floor implements AutoCloseable {

        private static final Duration PAUSE = Duration.ofMillis(100);

        private final OnDemand service;
        private final Thread watch = Thread.ofVirtual().unstarted(this::watch);
        private volatile double least;

        private Floor(OnDemand service) throws IOException {
            this.service = service;
            this.least = service.figures().rss();
            watch.start();
        }

        private double rss() {
            return least;
        }

        private void watch() {
            try {
                while (true) {
                    Thread.sleep(PAUSE);
                    least = Math.min(least, service.figures().rss());
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // it is closed
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            watch.interrupt();
        }
    }

    private static void flat(Row row, List<ProcessFigures> figures) {
        var middle = figures.get(figures.size() / 2);
        var last = figures.getLast();
        row.atMost("more threads than half-way", last.threads() - middle.threads(), 5, "");
        row.atMost("more open files than half-way", last.files() - middle.files(), 5, "");
    }

    private static String path(long number) {
        var key = number % LARGE_EACH == 0 ? "large.jpg" : KEYS.get((int) (number % KEYS.size()));
        var action = ACTIONS.get((int) (number / 3 % ACTIONS.size()));
        var format = FORMATS.get((int) (number / 5 % FORMATS.size()));
        return "/%s?x-oss-process=image/%s/quality,q_%d%s"
                .formatted(
                        key, action.formatted(60 + number % 140), 50 + number / 140 % 45, format);
    }

    private static void upload(FaultyAws aws) throws IOException {
        var size = new Size(320, 240);
        var landscape = Pictures.landscape(size);
        var glass = Pictures.of(size, (x, y) -> (x % 256) << 24 | (y % 256) << 8 | 0xFF);
        aws.upload("large.jpg", Photos.large());
        aws.upload("photo.jpg", Jpegs.baseline(landscape).toArray());
        aws.upload("progressive.jpg", Jpegs.progressive(landscape).toArray());
        aws.upload("inks.jpg", Jpegs.cmyk(size, 10, 120, 60, 5).toArray());
        aws.upload("drawing.png", Pngs.of(Pictures.nineCells(size)).toArray());
        aws.upload("glass.png", Pngs.of(glass).toArray());
        aws.upload("film.gif", Gifs.of(film(), 0).toArray());
        aws.upload("shot.webp", Webps.still(landscape).toArray());
    }

    private static List<Gifs.Frame> film() {
        return List.of(
                Gifs.Frame.whole(Pictures.flat(new Size(200, 150), Color.RED), 10),
                Gifs.Frame.whole(Pictures.flat(new Size(200, 150), Color.GREEN), 10),
                Gifs.Frame.whole(Pictures.flat(new Size(200, 150), Color.BLUE), 10));
    }
}
