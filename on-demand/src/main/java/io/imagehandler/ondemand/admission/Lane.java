package io.imagehandler.ondemand.admission;

import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.rendition.Prepared.Work;
import io.imagehandler.transformation.OutputFormat;
import io.imagehandler.transformation.Size;

/// Which renderings take so little that they may pass others: what they take is known before they
/// begin.
public enum Lane {
    /// It touches few pixels, and is done in milliseconds.
    SMALL,
    /// All others.
    ANY;

    /// The most that a small one touches: pixels of the source, and of what each step leaves.
    static final long MOST_PIXELS = 1 << 20;

    static Lane of(Work<?> work) {
        long pixels = work.source().size().pixels() * work.source().frames();
        for (Plan plan : work.plans()) {
            // An encoder of videos: a hundred times the work for a pixel that others have.
            if (plan.encoding().format() == OutputFormat.AVIF) {
                return ANY;
            }
            pixels += touched(plan, work.source().size());
        }
        return pixels <= MOST_PIXELS ? SMALL : ANY;
    }

    private static long touched(Plan plan, Size source) {
        Size size = source;
        long pixels = 0;
        for (Step step : plan.steps()) {
            size = step.result(size);
            pixels += size.pixels();
        }
        return pixels * plan.frames();
    }
}
