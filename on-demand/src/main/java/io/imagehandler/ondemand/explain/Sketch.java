package io.imagehandler.ondemand.explain;

import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.ondemand.explain.Explanation.Planned;
import io.imagehandler.rendition.Prepared.Work;
import io.imagehandler.transformation.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plan in words.
final class Sketch {

    private static final int MIB_SHIFT = 20;

    private Sketch() {}

    static Planned of(Work<?> work, Plan plan) {
        return new Planned(
                steps(plan, work.source().size()),
                plan.size().toString(),
                plan.frames(),
                plan.encoding().format().word(),
                quality(plan.encoding()),
                work.memory().total() >> MIB_SHIFT);
    }

    private static List<String> steps(Plan plan, Size source) {
        var steps = new ArrayList<String>();
        Size size = source;
        for (Step step : plan.steps()) {
            size = step.result(size);
            steps.add(step.getClass().getSimpleName() + " " + size);
        }
        return steps;
    }

    private static @Nullable Integer quality(Encoding encoding) {
        return switch (encoding) {
            case Encoding.Jpeg(int quality, boolean _) -> quality;
            case Encoding.Webp(int quality) -> quality;
            case Encoding.Avif(int quality) -> quality;
            case Encoding.Png _, Encoding.Gif _ -> null;
        };
    }
}
