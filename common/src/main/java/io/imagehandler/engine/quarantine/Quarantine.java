package io.imagehandler.engine.quarantine;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.EngineStatus;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.quarantine.CellProcess.Answer;
import io.imagehandler.failure.CrashedDecoder;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.OutputFormat;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The same engine in a process of its own, a cell, for pictures that others have died over. It
/// gives the same renditions, one picture at a time: who comes meanwhile waits.
///
/// A cell is started with the first picture and used again, but not for ever: what a picture left
/// broken in it is gone with it. If one dies that had others before, nobody knows whose doing it
/// was, and a new one tries again. Safe for use by many threads.
public final class Quarantine implements ImageEngine, AutoCloseable {

    private static final int MOST_PICTURES = 200;
    private static final long MOST_MEMORY = 300_000_000;
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final ImageEngine engine;
    private final CellCommand command;
    private final Duration limit;
    private final Observer observer;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable CellProcess cell;

    /// @param engine the one that it stands for; it decodes nothing here
    /// @param command starts a process that calls [Cell#serve] with such an engine
    /// @param limit how long that engine takes for one picture, by the processor's time
    /// @param observer is told what happens
    public Quarantine(ImageEngine engine, CellCommand command, Duration limit, Observer observer) {
        this.engine = engine;
        this.command = command;
        this.limit = limit;
        this.observer = observer;
    }

    /// Told what happens. Safe for use by many threads.
    public interface Observer {

        /// A picture is worked on here.
        void quarantined();

        /// A cell is gone.
        ///
        /// @param reason `died` or `hung`
        void lost(String reason);

        /// Nobody.
        static Observer none() {
            return new Observer() {
                @Override
                public void quarantined() {}

                @Override
                public void lost(String reason) {}
            };
        }
    }

    @Override
    public String version() {
        return engine.version();
    }

    @Override
    public Set<SourceFormat> reads() {
        return engine.reads();
    }

    @Override
    public Set<OutputFormat> writes() {
        return engine.writes();
    }

    @Override
    public EngineStatus status() {
        return engine.status();
    }

    @Override
    public MemoryEstimate memory(CheckedImage source, List<Plan> plans) {
        return engine.memory(source, plans);
    }

    /// @throws CrashedDecoder if a process has died over this picture alone, or came to no end with
    ///   it: that is no matter of one rendition, which another style might be spared
    @Override
    public List<EncodedImage> render(CheckedImage source, List<Plan> plans) {
        Reply reply = ask(new Request.Render(source, plans));
        if (reply instanceof Reply.Rendered(var images) && images.size() == plans.size()) {
            return images;
        }
        throw failure(reply);
    }

    /// @throws CrashedDecoder as [#render]
    @Override
    public Color average(CheckedImage source) {
        Reply reply = ask(new Request.Average(source));
        if (reply instanceof Reply.Mean(Color color)) {
            return color;
        }
        throw failure(reply);
    }

    /// Ends the cell, if there is one.
    @Override
    public void close() {
        lock.lock();
        try {
            empty();
        } finally {
            lock.unlock();
        }
    }

    private Reply ask(Request request) {
        observer.quarantined();
        lock.lock();
        try {
            while (true) {
                CellProcess used = cell();
                boolean isNew = used.asked() == 0;
                switch (used.ask(request, patience(request))) {
                    case Answer.Told(Reply reply) -> {
                        return reply;
                    }
                    case Answer.Died(String how) -> {
                        lost("died", how);
                        if (isNew) {
                            throw new CrashedDecoder();
                        }
                    }
                    case Answer.Overdue() -> {
                        lost("hung", "it did not come to an end and was killed");
                        throw new CrashedDecoder();
                    }
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private CellProcess cell() {
        if (cell == null || !cell.isAlive() || isWorn(cell)) {
            empty();
            cell = CellProcess.start(command, engine.version());
        }
        return cell;
    }

    private static boolean isWorn(CellProcess cell) {
        return cell.asked() >= MOST_PICTURES || cell.memory() > MOST_MEMORY;
    }

    private void empty() {
        if (cell != null) {
            cell.close();
            cell = null;
        }
    }

    private void lost(String reason, String how) {
        empty();
        observer.lost(reason);
        LOG.warn("a picture has brought its quarantine down: {}", how);
    }

    /// The engine itself gives up at twice its limit, see [io.imagehandler.engine.Countdown].
    private Duration patience(Request request) {
        return limit.multipliedBy(2L * request.pictures()).plus(GRACE);
    }

    private static RuntimeException failure(Reply reply) {
        return switch (reply) {
            case Reply.Refused(var flaw, String detail) -> flaw.failure(detail);
            case Reply.Failed(String detail) -> new IllegalStateException(detail);
            case Reply.Ready _, Reply.Rendered _, Reply.Mean _ ->
                    new IllegalStateException("the quarantine answers something else");
        };
    }
}
