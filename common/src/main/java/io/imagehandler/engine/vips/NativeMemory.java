package io.imagehandler.engine.vips;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.transformation.Size;
import java.util.List;

/// What [Rendering] holds outside the heap.
final class NativeMemory {

    /// Of red, green, blue and alpha with 8 bits each: more than most pictures have.
    static final int PIXEL = 4;

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
                facts.decodeMemory() + most.decoding(),
                most.pictures(),
                most.encoding());
    }

    /// All that is made of so many frames, one after the other from the shared ones.
    private static MemoryEstimate derived(ImageFacts facts, List<Plan> plans, int frames) {
        List<Task> tasks = Task.of(plans, frames, facts.size());
        MemoryEstimate most =
                tasks.stream()
                        .map(task -> made(facts, plans, task, frames))
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

    private static MemoryEstimate made(ImageFacts facts, List<Plan> plans, Task task, int frames) {
        var held = new Held(frames);
        Size size = held.after(task.steps(), facts.size());
        if (task.places().size() > 1) {
            held.settle(size.pixels() * frames * PIXEL);
        }
        long encoding =
                task.places().stream()
                        .mapToLong(place -> encoding(plans.get(place), size))
                        .max()
                        .orElse(0);
        return new MemoryEstimate(held.files(), held.decoding(), held.pictures(), encoding);
    }

    private static long encoding(Plan plan, Size size) {
        return size.pixels()
                * switch (plan.encoding()) {
                    case Encoding.Jpeg _ -> 4;
                    case Encoding.Png _ -> 4;
                    case Encoding.Gif _, Encoding.Webp _, Encoding.Avif _ -> 8L * plan.frames();
                };
    }

    private static MemoryEstimate largest(MemoryEstimate one, MemoryEstimate other) {
        return new MemoryEstimate(
                Math.max(one.file(), other.file()),
                Math.max(one.decoding(), other.decoding()),
                Math.max(one.pictures(), other.pictures()),
                Math.max(one.encoding(), other.encoding()));
    }
}
