package io.imagehandler.worker.command;

import io.imagehandler.worker.upkeep.Bar;
import io.imagehandler.worker.upkeep.Dispatch;
import io.imagehandler.worker.upkeep.Gauges;
import io.imagehandler.worker.upkeep.Halt;
import io.imagehandler.worker.upkeep.Lines;
import io.imagehandler.worker.upkeep.Pace;
import io.imagehandler.worker.upkeep.Progress;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// One command at work: it is shown how far it has come, and Ctrl-C stops it at the next good
/// place. For one thread.
final class Session implements AutoCloseable {

    /// Before any worker can know the newest styles, there is the time of one reading.
    private static final Duration READING = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final long SECONDS_TO_STOP = 10;

    private final Workbench bench;
    private final Halt halt;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");

    private Session(Workbench bench, Halt halt) {
        this.bench = bench;
        this.halt = halt;
    }

    /// @throws CommandFailed if no styles can be read
    static Session open(Supplier<Workbench> benches, Halt halt) {
        var session = new Session(benches.get(), halt);
        Runtime.getRuntime().addShutdownHook(session.hook);
        try {
            session.awaitStyles();
            return session;
        } catch (CommandFailed failed) {
            session.close();
            throw failed;
        }
    }

    Workbench bench() {
        return bench;
    }

    Halt halt() {
        return halt;
    }

    /// Where jobs go, once every worker knows the styles as they are now.
    Dispatch dispatch(double rate, PrintStream out) {
        Instant asked = Instant.now();
        Duration wait = bench.styleRefresh().plus(READING);
        out.printf("Begins in %d s, when every worker knows the styles of now%n", wait.toSeconds());
        halt.pause(wait);
        return new Dispatch(bench.jobs(), new Pace(rate), halt, asked);
    }

    /// On the terminal if there is one, and as numbers.
    Progress progress(String task, PrintStream out) {
        boolean isTerminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        Progress shown = isTerminal ? new Bar(task, out) : new Lines(task, out);
        return shown.and(new Gauges(task, bench.meters()));
    }

    private void awaitStyles() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!bench.eager().styles().isLoaded()) {
            if (!halt.pause(LOOK) || Instant.now().isAfter(deadline)) {
                throw new CommandFailed("The styles could not be read");
            }
        }
    }

    private void stop() {
        halt.ask();
        try {
            if (!ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                System.err.println("Stopped before it had written down where it was.");
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        bench.close();
        ended.countDown();
        if (!halt.isAsked()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
