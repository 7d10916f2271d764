package io.imagehandler.engine.mutants;

import static org.awaitility.Awaitility.await;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.inspect.DecodeMemory;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.metadata.ImageInfo;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.engine.thumbnailator.ThumbnailatorEngine;
import io.imagehandler.engine.vips.VipsEngine;
import io.imagehandler.engine.vips.VipsLibrary;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.transformation.AcceptClass;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// The child process of [MutantsTest]: asks for pictures of damaged files, one after the other, and
/// ends with anything but 0 as soon as one is answered with neither a picture nor a refusal.
final class Mutants {

    /// Small, so that what a mutant claims to be costs little time.
    private static final ImageLimits LIMITS =
            new ImageLimits(1 << 20, 5_000, 1_000_000, 50, 1_000_000, 32 << 20);

    private final ImageEngine engine;
    private final Inspector inspector;
    private final Planner planner;
    private final List<byte[]> valid;
    private final List<byte[]> hostile = Specimens.hostile();

    private Mutants(ImageEngine engine, DecodeMemory memory) {
        this.engine = engine;
        this.inspector = new Inspector(LIMITS, memory, Set.of(SourceFormat.values()));
        this.planner = new Planner(engine.writes(), LIMITS);
        this.valid = Specimens.valid(engine);
    }

    /// The engine, from which number of mutant to which, and the file that says how far it is.
    public static void main(String... arguments) throws IOException {
        var mutants =
                arguments[0].equals("vips")
                        ? new Mutants(vips(), DecodeMemory.NATIVE)
                        : new Mutants(new ThumbnailatorEngine(), DecodeMemory.PURE_JAVA);
        int from = Integer.parseInt(arguments[1]);
        int to = Integer.parseInt(arguments[2]);
        try (var progress = new RandomAccessFile(arguments[3], "rw")) {
            mutants.run(from, to, progress);
            mutants.checkMemory();
        }
    }

    private static ImageEngine vips() {
        return switch (VipsLibrary.find(System.getProperty("imagehandler.libvips", ""))) {
            case VipsLibrary.Search.Found(VipsLibrary library) -> new VipsEngine(library);
            case VipsLibrary.Search.Absent(String reason) ->
                    throw new IllegalStateException(reason);
        };
    }

    /// Threads of libvips let go a little later than the one that renders.
    private void checkMemory() {
        await("all pixels to be given back").until(() -> engine.status().pictures() == 0);
    }

    private void run(int from, int to, RandomAccessFile progress) throws IOException {
        var outcomes = new TreeMap<String, Integer>();
        long slowest = 0;
        int slow = from;
        for (int number = from; number < to; number++) {
            progress.seek(0);
            progress.writeInt(number);
            long start = System.nanoTime();
            outcomes.merge(outcome(number), 1, Integer::sum);
            long time = System.nanoTime() - start;
            slow = time > slowest ? number : slow;
            slowest = Math.max(slowest, time);
        }
        System.out.println("slowest: mutant " + slow + ", " + slowest / 1_000_000 + " ms");
        for (Map.Entry<String, Integer> outcome : outcomes.entrySet()) {
            System.out.println(outcome.getValue() + " " + outcome.getKey());
        }
    }

    /// The same for the same number, every time.
    private String outcome(int number) {
        var random = new Random(number);
        var file = ByteBuffer.wrap(mutant(random));
        String stage = "refused by the header walk: ";
        try {
            CheckedImage image = inspector.inspect(file);
            stage = "failed for its metadata: ";
            ImageInfo.of(image, file).json();
            stage = "refused by the plan: ";
            Plan plan =
                    planner.plan(Wishes.any(random), AcceptClass.NONE, image.facts(), _ -> image);
            stage = "refused by the engine: ";
            return rendered(image, plan);
        } catch (ImageFailure refused) {
            return stage + refused.getClass().getSimpleName();
        }
    }

    private String rendered(CheckedImage image, Plan plan) {
        EncodedImage made = engine.render(image, List.of(plan)).getFirst();
        if (!made.size().equals(plan.size())) {
            throw new IllegalStateException(made.size() + " instead of " + plan.size());
        }
        engine.average(image);
        return "rendered: " + image.facts().format();
    }

    private byte[] mutant(RandomGenerator random) {
        var files = random.nextInt(16) == 0 ? hostile : valid;
        byte[] file = files.get(random.nextInt(files.size()));
        return Mutation.of(file, valid.get(random.nextInt(valid.size())), random);
    }
}
