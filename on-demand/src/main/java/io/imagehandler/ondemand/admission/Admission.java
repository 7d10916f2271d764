package io.imagehandler.ondemand.admission;

import io.imagehandler.ondemand.admission.Slots.Place;
import io.imagehandler.rendition.Original;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Prepared;
import io.imagehandler.rendition.Prepared.Known;
import io.imagehandler.rendition.Prepared.Work;
import java.time.Duration;
import java.util.Optional;

/// The order in which a request gets what it needs: a place, then the bytes of the original and
/// room for them, then room for what rendering them takes, then a slot.
///
/// It holds each until it is done, whatever it comes to. A rendering that hangs holds its slot and
/// all its memory until its thread is free.
///
/// Safe for use by many threads.
public final class Admission {

    private final Slots slots;
    private final Sources sources;
    private final Memory memory;
    private final Duration queueWait;

    /// @param queueWait how long a request may wait for a place, memory and a slot, together
    public Admission(Slots slots, Sources sources, Memory memory, Duration queueWait) {
        this.slots = slots;
        this.sources = sources;
        this.memory = memory;
        this.queueWait = queueWait;
    }

    /// What is done with an original.
    ///
    /// @param <T> what is rendered
    /// @param <V> what is made of that
    public interface Job<T, V> {

        /// For the log.
        String name();

        OriginalKey original();

        /// When it must be done.
        Deadline deadline();

        /// The cheap part: everything before decoding.
        ///
        /// @param desk where more originals can be got
        /// @throws InterruptedException if nobody wants it any more
        Prepared<T> prepare(Original original, Desk desk) throws InterruptedException;

        /// What comes after decoding.
        ///
        /// @param version which original it is
        V finish(Original original, Freshness.Version version, T rendered);

        /// Told what the job spends its time on, whatever it comes to.
        void took(Phase phase, Duration time);
    }

    /// What a job spends its time on.
    public enum Phase {
        /// For a place, memory and a slot.
        WAIT,
        /// Reading the original.
        FETCH,
        /// Decoding and all that follows from it.
        RENDER
    }

    /// Does the job. For a thread of its own, a virtual one.
    ///
    /// @param flight told when it waits for a slot, and committed once it has one
    /// @throws ServiceFailure if there is no capacity
    /// @throws io.imagehandler.failure.ImageFailure as the job
    /// @throws InterruptedException if nobody wants it any more
    public <T, V> V carryOut(Job<T, V> job, Flight<V> flight) throws InterruptedException {
        var patience = new Patience(queueWait);
        long begun = System.nanoTime();
        try (Place place = slots.enter(patience);
                var desk = new Desk(sources, patience)) {
            Source source = desk.open(job.original());
            job.took(Phase.FETCH, since(begun).minus(patience.spent()));
            T rendered =
                    switch (job.prepare(source.original(), desk)) {
                        case Known(var _, T result) -> result;
                        case Work<T> work -> {
                            long files = desk.bytes();
                            yield new Turn(place, patience, flight)
                                    .render(job, work, source, files);
                        }
                    };
            return job.finish(source.original(), source.version(), rendered);
        } finally {
            job.took(Phase.WAIT, patience.spent());
        }
    }

    /// What is looked for in an original.
    @FunctionalInterface
    public interface Look<T> {

        /// @param desk where more originals can be got
        T at(Original original, Desk desk) throws InterruptedException;
    }

    /// Looks at an original as a job would, without rendering.
    ///
    /// @throws ServiceFailure if there is no capacity
    /// @throws InterruptedException if nobody wants it any more
    public <T> T look(OriginalKey key, Look<T> look) throws InterruptedException {
        var patience = new Patience(queueWait);
        try (Place _ = slots.enter(patience);
                var desk = new Desk(sources, patience)) {
            return look.at(desk.open(key).original(), desk);
        }
    }

    /// One job that has its original and needs the rest.
    private record Turn(Place place, Patience patience, Flight<?> flight) {

        /// @param held what is reserved already, in bytes
        <T> T render(Job<T, ?> job, Work<T> work, Source source, long held)
                throws InterruptedException {
            long further = Math.max(0, work.memory().total() - held);
            flight.waits(true);
            try (var _ = source.more(further, patience)) {
                place.awaitSlot(Lane.of(work), patience);
                flight.commit();
                flight.waits(false);
                long begun = System.nanoTime();
                try {
                    return place.render(job.name(), job.deadline(), work::result);
                } finally {
                    job.took(Phase.RENDER, since(begun));
                }
            }
        }
    }

    /// Whether a job that came now would be refused at once.
    public boolean isClosed() {
        return slots.isClosed();
    }

    /// Why a job that came now would be refused at once, if it would; it counts as if it had been.
    public Optional<ServiceFailure> refusal() {
        return slots.refusal();
    }

    /// What there is to be counted, of this and of what is shared.
    public AdmissionCounts counts(Flights<?, ?> flights) {
        return new AdmissionCounts(slots, memory, sources, flights);
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
