package io.imagehandler.worker.upkeep;

import java.io.PrintStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/// A bar on a terminal, with rate and remaining time.
public final class Bar implements Progress {

    private static final int EACH_MILLIS = 250;

    private final String task;
    private final PrintStream terminal;
    private @Nullable ProgressBar bar;

    /// @param task what it is about, in a word or two
    public Bar(String task, PrintStream terminal) {
        this.task = task;
        this.terminal = terminal;
    }

    @Override
    public void begin(long total, long done) {
        bar =
                new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(total)
                        .startsFrom(Math.max(0, done), Duration.ZERO)
                        .setUpdateIntervalMillis(EACH_MILLIS)
                        .setSpeedUnit(ChronoUnit.SECONDS)
                        .showSpeed()
                        .setConsumer(new ConsoleProgressBarConsumer(terminal))
                        .build();
    }

    @Override
    public void reach(long done, long waiting) {
        if (bar != null) {
            bar.stepTo(done);
            bar.setExtraMessage(" %d in the queue".formatted(waiting));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
