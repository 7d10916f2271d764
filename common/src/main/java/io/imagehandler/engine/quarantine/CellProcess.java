package io.imagehandler.engine.quarantine;

import io.imagehandler.engine.quarantine.Reply.Failed;
import io.imagehandler.engine.quarantine.Reply.Ready;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The outside of the process: one that runs and can be asked. For one thread at a time.
final class CellProcess implements AutoCloseable {

    /// A cell is not to answer with more than that: what it has decoded may have taken it over.
    private static final long MOST_BYTES = 256L << 20;

    private static final Duration TO_START = Duration.ofSeconds(30);
    private static final Duration TO_DIE = Duration.ofSeconds(5);
    private static final long PAGE = 4096;

    private final Process process;
    private final ValueWriter requests;
    private final ValueReader replies;
    private int asked;

    private CellProcess(Process process) {
        this.process = process;
        this.requests =
                new ValueWriter(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.replies =
                new ValueReader(
                        new BufferedInputStream(process.getInputStream(), 1 << 16),
                        _ -> {
                            throw new IllegalStateException("no cell sends a source");
                        },
                        MOST_BYTES);
    }

    /// What came of asking.
    sealed interface Answer {

        record Told(Reply reply) implements Answer {}

        /// It is gone, or says what makes no sense.
        ///
        /// @param how for operators
        record Died(String how) implements Answer {}

        /// It took too long and was ended.
        record Overdue() implements Answer {}
    }

    /// Starts one and waits for it to be ready.
    ///
    /// @param engine the version that its engine must have
    /// @throws IllegalStateException if it does not come to that
    static CellProcess start(CellCommand command, String engine) {
        CellProcess cell = new CellProcess(command.start());
        Answer first = cell.hear(TO_START);
        boolean isReady =
                first instanceof Answer.Told(Ready(String version)) && version.equals(engine);
        if (!isReady) {
            cell.close();
            String why =
                    first instanceof Answer.Told(Failed(String detail)) ? detail : first.toString();
            throw new IllegalStateException("no quarantine could be started: " + why);
        }
        return cell;
    }

    /// Asks, and waits.
    ///
    /// @param patience after which the process is ended
    Answer ask(Request request, Duration patience) {
        asked++;
        try {
            requests.write(Request.class, request);
            requests.flush();
        } catch (IOException gone) {
            return died(gone);
        }
        return hear(patience);
    }

    /// How often it was asked.
    int asked() {
        return asked;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// What it holds in memory, in bytes; 0 where the system does not say.
    long memory() {
        try {
            var pages = Files.readString(Path.of("/proc/" + process.pid() + "/statm"));
            var resident = new Scanner(pages);
            resident.nextLong(); // the address space
            return resident.nextLong() * PAGE;
        } catch (IOException goneOrOfAnotherSystem) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Answer hear(Duration patience) {
        var overdue = new AtomicBoolean();
        var alarm =
                CompletableFuture.runAsync(
                        () -> {
                            overdue.set(true);
                            close();
                        },
                        CompletableFuture.delayedExecutor(
                                patience.toMillis(), TimeUnit.MILLISECONDS));
        try {
            return new Answer.Told(replies.read(Reply.class));
        } catch (IOException gone) {
            return overdue.get() ? new Answer.Overdue() : died(gone);
        } finally {
            alarm.cancel(false);
        }
    }

    private Answer died(IOException last) {
        close();
        try {
            boolean ended = process.waitFor(TO_DIE.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer.Died(
                    (ended ? "it ended with " + process.exitValue() : "it does not end")
                            + " ("
                            + last.getMessage()
                            + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Died("nobody waited for its end");
        }
    }
}
