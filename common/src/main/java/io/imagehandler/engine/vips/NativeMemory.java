package io.imagehandler.engine.vips;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.transformation.Size;
import java.util.List;

/// What [Rendering] holds outside the heap, from above:
///
/// - the file, copied there, and the files of marks;
/// - what the decoder holds ([ImageFacts#decodeMemory]), 4 bytes for each pixel of all frames that
///   are kept, what the decoders of marks hold, and the rows on which all operations of a pipeline
///   are at work, [#ROWS] of the source;
/// - the pictures that are held whole: those that several renditions are made of, and the most that
///   the steps of one rendition hold at a time, see [Held];
/// - the most that one encoder holds, see [EncodingCost].
final class NativeMemory {

    /// Of red, green, blue and alpha with 8 bits each: more than most pictures have.
    static final int PIXEL = 4;

    /// So many rows of the source are held on the way, all operations together: measured.
    private static final long ROWS = 700;

    /// Of such a row, for each of its pixels: those with alpha are weighted by it, with fractions.
    private static final int ROW_PIXEL = 6;

    private static final int WEIGHTED_ROW_PIXEL = 20;

    /// The stacks of threads.
    private static final long STACKS = 4 << 20;

    private static final MemoryEstimate NONE = new MemoryEstimate(0, 0, 0, 0);

    private NativeMemory() {}

    static MemoryEstimate of(CheckedImage source, List<Plan> plans) {
        ImageFacts facts = source.facts();
        MemoryEstimate most =
                plans.stream()
                        .map(Plan::frames)
                        .distinct()
                        .map(frames -> derived(facts, plans, frames))
                        .reduce(NONE, NativeMemory::largest);
        return new MemoryEstimate(
                source.bytes().remaining() + most.file(),
                facts.decodeMemory() + most.decoding() + rows(facts) + STACKS,
                most.pictures(),
                most.encoding());
    }

    /// All that is made of so many frames, one after the other from the shared ones.
    private static MemoryEstimate derived(ImageFacts facts, List<Plan> plans, int frames) {
        List<Task> tasks = Task.of(plans, frames, facts.size());
        MemoryEstimate most =
                tasks.stream()
                        .map(task -> made(facts, plans, task))
                        .reduce(NONE, NativeMemory::largest);
        long strip = frames > 1 ? facts.size().pixels() * frames * PIXEL : 0;
        return new MemoryEstimate(
                most.file(),
                most.decoding() + strip,
                most.pictures() + shared(facts.size(), tasks) * frames,
                most.encoding());
    }

    /// Of one frame, in bytes.
    private static long shared(Size stored, List<Task> tasks) {
        if (tasks.size() == 1) {
            return 0;
        }
        List<Task> stretching = tasks.stream().filter(task -> task.stretch().isPresent()).toList();
        long stretched = Task.need(stretching, stored).pixels() * PIXEL;
        return stretching.equals(tasks) ? stretched : stretched + stored.pixels() * PIXEL;
    }

    private static MemoryEstimate made(ImageFacts facts, List<Plan> plans, Task task) {
        List<Plan> written = task.places().stream().map(plans::get).toList();
        int frames = written.getFirst().frames();
        var held = new Held(frames, facts.alpha());
        Size size = held.after(task.steps(), facts.size());
        if (written.size() > 1) {
            held.hold(size.pixels() * frames * PIXEL);
        }
        long encoding =
                written.stream()
                        .mapToLong(plan -> EncodingCost.of(plan, held.alpha()).bytes(plan))
                        .max()
                        .orElse(0);
        return new MemoryEstimate(held.files(), held.decoding(), held.pictures(), encoding);
    }

    private static long rows(ImageFacts facts) {
        Size size = facts.size();
        long rows = Math.min(ROWS, size.height());
        return rows * size.width() * (facts.alpha() ? WEIGHTED_ROW_PIXEL : ROW_PIXEL);
    }

    private static MemoryEstimate largest(MemoryEstimate one, MemoryEstimate other) {
        return new MemoryEstimate(
                Math.max(one.file(), other.file()),
                Math.max(one.decoding(), other.decoding()),
                Math.max(one.pictures(), other.pictures()),
                Math.max(one.encoding(), other.encoding()));
    }
}
