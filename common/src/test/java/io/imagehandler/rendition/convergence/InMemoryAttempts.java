package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Steps;
import io.imagehandler.rendition.convergence.Attempts.Opening.Busy;
import io.imagehandler.rendition.convergence.Attempts.Opening.Ours;
import io.imagehandler.rendition.convergence.Attempts.Opening.Unfit;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Attempts as the contract wants them, in memory, with a clock that is moved by hand.
public final class InMemoryAttempts {

    private static final Item NOTHING =
            new Item(null, Attempts.State.CLOSED, "", Duration.ZERO, 0, 0, null, "");

    private final Map<OriginalKey, Item> items = new ConcurrentHashMap<>();
    private final Steps steps;
    private Duration now = Duration.ZERO;

    public InMemoryAttempts() {
        this(new Steps());
    }

    public InMemoryAttempts(Steps steps) {
        this.steps = steps;
    }

    /// An item as section "attempts" of the tables has it.
    record Item(
            @Nullable EntityTag etag,
            Attempts.State state,
            String worker,
            Duration renewedAt,
            int crashes,
            int failures,
            @Nullable Rejection reason,
            String engine) {

        boolean isOpenFor(EntityTag tag) {
            return state == Attempts.State.OPEN && tag.equals(etag);
        }

        Item as(Attempts.State other, int failed, @Nullable Rejection why) {
            return new Item(etag, other, worker, renewedAt, crashes, failed, why, engine);
        }
    }

    /// Lets so much time go by.
    public void elapse(Duration time) {
        now = now.plus(time);
    }

    /// The attempts as that worker sees them.
    public Attempts as(String worker, String engine) {
        return new View(worker, engine);
    }

    private final class View implements Attempts {

        private final String worker;
        private final String engine;

        View(String worker, String engine) {
            this.worker = worker;
            this.engine = engine;
        }

        @Override
        public Opening open(OriginalKey key, EntityTag tag) {
            steps.take("OPEN attempt");
            Item item = item(key);
            boolean same = tag.equals(item.etag());
            boolean stale = now.minus(item.renewedAt()).compareTo(STALE) >= 0;
            if (item.isOpenFor(tag) && !stale) {
                return new Busy();
            }
            if (same && item.reason() != null && item.engine().equals(engine)) {
                return new Unfit(item.reason());
            }
            int crashes = same ? item.crashes() + (item.isOpenFor(tag) ? 1 : 0) : 0;
            int failures = same || item.etag() == null ? item.failures() : 0;
            items.put(key, new Item(tag, State.OPEN, worker, now, crashes, failures, null, engine));
            return new Ours(crashes);
        }

        @Override
        public void renew(OriginalKey key) {
            steps.take("RENEW attempt");
            Item item = item(key);
            if (item.state() == State.OPEN && item.worker().equals(worker)) {
                items.put(
                        key,
                        new Item(
                                item.etag(),
                                State.OPEN,
                                worker,
                                now,
                                item.crashes(),
                                item.failures(),
                                null,
                                engine));
            }
        }

        @Override
        public boolean hasEnded(OriginalKey key, EntityTag tag) {
            steps.take("GET attempt");
            Item item = item(key);
            return tag.equals(item.etag()) && item.state() != State.OPEN && item.failures() == 0;
        }

        @Override
        public Past past(OriginalKey key, EntityTag tag) {
            Item item = item(key);
            if (!tag.equals(item.etag())) {
                return Past.NONE;
            }
            return new Past(item.crashes(), item.engine().equals(engine) ? item.reason() : null);
        }

        @Override
        public void close(OriginalKey key, EntityTag tag) {
            steps.take("CLOSE attempt");
            Item item = item(key);
            if (item.isOpenFor(tag) && item.worker().equals(worker)) {
                items.put(key, item.as(State.CLOSED, 0, null));
            }
        }

        @Override
        public void reject(OriginalKey key, EntityTag tag, Rejection rejection) {
            steps.take("REJECT attempt");
            Item item = item(key);
            if (item.isOpenFor(tag) && item.worker().equals(worker)) {
                items.put(key, item.as(State.REJECTED, 0, rejection));
            }
        }

        @Override
        public int fail(OriginalKey key, String reason) {
            steps.take("FAIL attempt");
            Item item = item(key);
            boolean ours = item.state() == State.OPEN && item.worker().equals(worker);
            State state = ours ? State.CLOSED : item.state();
            items.put(key, item.as(state, item.failures() + 1, item.reason()));
            return item.failures() + 1;
        }

        @Override
        public void release(OriginalKey key) {
            Item item = item(key);
            if (item.state() == State.OPEN && item.worker().equals(worker)) {
                items.put(key, item.as(State.CLOSED, item.failures(), null));
            }
        }

        @Override
        public void suspect(OriginalKey key) {
            Item item = item(key);
            if (item.state() == State.OPEN && item.worker().equals(worker)) {
                int failures = item.failures();
                items.put(
                        key,
                        new Item(
                                item.etag(),
                                State.CLOSED,
                                worker,
                                now,
                                SUSPECT,
                                failures,
                                null,
                                engine));
            }
        }

        private Item item(OriginalKey key) {
            return items.getOrDefault(key, NOTHING);
        }
    }
}
