package io.imagehandler.engine.vips;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.transformation.Size;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/// One source on its way to its renditions: decoded once, brought to the largest size that is
/// needed, and every rendition made from that. Confined to one thread.
///
/// Half of the time of making each alone is saved so. A chain, each from the one before, would be
/// no faster and less sharp.
final class Rendering {

    private final Vips vips;
    private final CheckedImage source;
    private final List<Plan> plans;
    private final EncodedImage[] results;

    Rendering(Vips vips, CheckedImage source, List<Plan> plans) {
        this.vips = vips;
        this.source = source;
        this.plans = plans;
        this.results = new EncodedImage[plans.size()];
    }

    /// @throws VipsFailure if the source is damaged
    List<EncodedImage> run() {
        plans.stream().map(Plan::frames).distinct().forEach(this::decode);
        return Arrays.asList(results);
    }

    private void decode(int frames) {
        List<Task> tasks = Task.of(plans, frames, source.facts().size());
        List<Task> close = Task.closeToLargest(tasks, source.facts().size());
        decode(frames, close);
        decode(frames, without(tasks, close));
    }

    private void decode(int frames, List<Task> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        Size stored = source.facts().size();
        int shrink = Loader.shrink(source.facts(), Task.need(tasks, stored));
        try (var arena = Arena.ofConfined()) {
            derive(Loader.load(new Session(vips, arena), source, frames, shrink), tasks);
        }
    }

    private void derive(Frames from, List<Task> tasks) {
        if (tasks.size() == 1) {
            finish(from, tasks.getFirst());
            return;
        }
        List<Task> stretching = tasks.stream().filter(task -> task.stretch().isPresent()).toList();
        if (stretching.equals(tasks)) {
            Size largest = Task.need(tasks, from.size());
            Frames shared = Scaling.scaled(from, largest).everywhere(Colors::standard).inMemory();
            tasks.forEach(task -> finish(shared, task));
            return;
        }
        Frames shared = from.everywhere(Colors::standard).inMemory();
        List<Task> close = Task.closeToLargest(stretching, from.size());
        without(tasks, stretching).forEach(task -> finish(shared, task));
        close.forEach(task -> finish(shared, task));
        List<Task> rest = without(stretching, close);
        if (!rest.isEmpty()) {
            derive(shared, rest);
        }
    }

    private static List<Task> without(List<Task> tasks, List<Task> some) {
        return tasks.stream().filter(task -> !some.contains(task)).toList();
    }

    private void finish(Frames from, Task task) {
        try (var stage = new Stage(vips)) {
            Frames made = Steps.apply(stage, from, task.steps());
            if (task.places().size() > 1) {
                made = made.inMemory();
            }
            for (int place : task.places()) {
                results[place] = encoded(made, plans.get(place));
                vips.watch().countdown().restart();
            }
        }
    }

    private static EncodedImage encoded(Frames frames, Plan plan) {
        if (!frames.size().equals(plan.size())) {
            throw new IllegalStateException(
                    "the picture must be " + plan.size() + " but is " + frames.size());
        }
        byte[] file = Encoder.encode(frames, plan.encoding());
        return new EncodedImage(
                plan.encoding().format(), plan.size(), plan.frames(), ByteBuffer.wrap(file));
    }
}
