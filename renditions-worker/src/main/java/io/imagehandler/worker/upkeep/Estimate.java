package io.imagehandler.worker.upkeep;

import io.imagehandler.failure.OriginalTooLarge;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Rendering.Rendered;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.StoredRendition;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Darkroom;
import io.imagehandler.rendition.convergence.Darkroom.Development.Developed;
import io.imagehandler.rendition.convergence.EagerRenditions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What was measured on a sample of originals, each of which was read and rendered as a worker
/// would, but for storing anything.
///
/// @param looked how many originals there were in the sample
/// @param inStep how many of them have everything already
/// @param time that all of them took together, one after the other
/// @param bytes that would be stored for all of them
public record Estimate(int looked, int inStep, Duration time, long bytes) {

    /// What is measured with.
    public record Tools(
            Originals originals,
            Renditions renditions,
            EagerRenditions eager,
            Darkroom darkroom,
            Attempts attempts) {}

    private static final Estimate NOTHING = new Estimate(0, 0, Duration.ZERO, 0);

    /// Renders what is missing of each; the thread must not be a virtual one.
    public static Estimate of(List<OriginalKey> sample, Tools tools, Halt halt) {
        Estimate sum = NOTHING;
        for (OriginalKey key : sample) {
            if (halt.isAsked()) {
                return sum;
            }
            sum = sum.plus(of(key, tools));
        }
        return sum;
    }

    /// What that makes of so many originals.
    ///
    /// @param slots how many are worked on at the same time
    /// @param perSecond the most that are sent in a second
    public Duration time(long originals, int slots, double perSecond) {
        double work = looked == 0 ? 0 : time.toNanos() / 1e9 / looked * originals / slots;
        return Duration.ofMillis((long) (1000 * Math.max(work, originals / perSecond)));
    }

    /// The bytes that so many originals take.
    public long bytes(long originals) {
        return looked == 0 ? 0 : (long) ((double) bytes / looked * originals);
    }

    private Estimate plus(Estimate other) {
        return new Estimate(
                looked + other.looked,
                inStep + other.inStep,
                time.plus(other.time),
                bytes + other.bytes);
    }

    private static Estimate of(OriginalKey key, Tools tools) {
        long start = System.nanoTime();
        Optional<EntityTag> tag = tools.originals().tag(key);
        List<WantedRendition> missing =
                tag.map(source -> missing(key, source, tools)).orElse(List.of());
        long bytes = missing.isEmpty() ? 0 : bytes(key, tag.orElseThrow(), missing, tools);
        var took = Duration.ofNanos(System.nanoTime() - start);
        return new Estimate(1, missing.isEmpty() ? 1 : 0, took, bytes);
    }

    private static List<WantedRendition> missing(OriginalKey key, EntityTag source, Tools tools) {
        return tools.eager().of(key).stream()
                .filter(wanted ->
                        !tools.renditions()
                                .find(wanted.key().path())
                                .map(StoredRendition::provenance)
                                .equals(Optional.of(tools.darkroom().provenance(source, wanted))))
                .toList();
    }

    private static long bytes(
            OriginalKey key, EntityTag source, List<WantedRendition> missing, Tools tools) {
        int crashes = tools.attempts().past(key, source).crashes();
        var order = new Darkroom.Order(key, missing, false, crashes);
        try (var bench = tools.darkroom().enter()) {
            return tools.originals()
                    .read(key, tools.darkroom().mostBytes(), bench)
                    .map(original -> bench.develop(original, order))
                    .map(made -> made instanceof Developed developed ? bytes(developed) : 0)
                    .orElse(0L);
        } catch (OriginalTooLarge none) {
            return 0;
        }
    }

    private static long bytes(Developed developed) {
        return developed.renderings().stream()
                .mapToLong(one -> one instanceof Rendered made ? made.image().length() : 0)
                .sum();
    }
}
