package io.imagehandler.rendition.convergence;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Lets one of several actors go at a time, chosen by a seed, and gives the baton on at each of
/// their calls to the outside. The same seed gives the same schedule, whatever the machine does.
///
/// Time is that of the schedule, in milliseconds from 0; it passes at every call, and jumps when
/// nobody can go on.
final class Baton {

    private static final int MOST_STEPS = 20_000;

    final SplittableRandom random;
    private final List<Actor> actors = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private final Surroundings surroundings;
    private final Faults faults;
    private final boolean traced;
    private final int stickiness;

    private @Nullable Thread starter;
    private volatile @Nullable Actor holder;
    private @Nullable Throwable failure;
    private long now;
    private int steps;
    private boolean over;

    /// @param traced whether every step is written down
    Baton(SplittableRandom random, Surroundings surroundings, Faults faults, boolean traced) {
        this.random = random;
        this.surroundings = surroundings;
        this.faults = faults;
        this.traced = traced;
        this.stickiness = 45 * random.nextInt(3);
    }

    /// What else there is in the world.
    interface Surroundings {

        /// Whether somebody who waits for work would find some.
        boolean hasWork(long now);

        /// When something happens by itself next, or [Long#MAX_VALUE].
        long nextEvent(long now);

        /// It is `now`.
        void tick(long now);
    }

    /// What may go wrong, one chance in so many steps each; 0: never.
    ///
    /// @param crash an actor dies
    /// @param freeze a process stands still for minutes
    /// @param stall a call takes minutes, while heartbeats go on
    /// @param refuse a call fails, before or after it had its effect
    record Faults(int crash, int freeze, int stall, int refuse) {

        static final Faults NONE = new Faults(0, 0, 0, 0);
    }

    /// Somebody who acts.
    static final class Actor {

        final String name;
        private final boolean patient;
        private @Nullable Thread thread;
        private long wakesAt;
        private boolean idle;
        private boolean done;
        private boolean dead;
        private boolean frozen;
        private int crashesLeft;

        /// @param crashes how many times it may die
        /// @param patient whether it waits for work again and again
        Actor(String name, int crashes, boolean patient) {
            this.name = name;
            this.crashesLeft = crashes;
            this.patient = patient;
        }

        boolean isFrozen() {
            return frozen;
        }

        boolean isDead() {
            return dead;
        }

        /// After a death: another process takes its place.
        void rise() {
            dead = false;
        }
    }

    /// The process died. An error, so that nobody mistakes it for a failure that he may handle.
    static final class Death extends Error {
        Death() {
            super("died", null, false, false);
        }
    }

    /// Nothing will ever happen any more.
    static final class Over extends Error {
        Over() {
            super("over", null, false, false);
        }
    }

    /// A call was refused, or its answer lost.
    static final class Unavailable extends RuntimeException {
        Unavailable() {
            super("unavailable", null, false, false);
        }
    }

    void add(Actor actor, Runnable life) {
        actors.add(actor);
        actor.thread = Thread.ofVirtual().unstarted(() -> live(actor, life));
    }

    /// Runs all actors to their ends.
    ///
    /// @throws AssertionError if one of them failed, or they never come to an end
    void run() {
        starter = Thread.currentThread();
        holder = choose(null);
        actors.forEach(actor -> actor.thread.start());
        while (holder != null) {
            LockSupport.park();
        }
        if (failure != null) {
            throw new AssertionError("an actor failed", failure);
        }
    }

    long now() {
        return now;
    }

    List<String> trace() {
        return trace;
    }

    /// The one who acts now.
    Actor self() {
        Actor self = holder;
        if (self == null) {
            throw new IllegalStateException("somebody must act but nobody does");
        }
        return self;
    }

    /// The one who acts is about to do `what`: others may go first, and he may never come to it.
    void step(String what) {
        Actor self = self();
        if (self.dead) {
            throw new Death();
        }
        if (++steps > MOST_STEPS) {
            throw new IllegalStateException("it never comes to an end");
        }
        pass(random.nextInt(2_000));
        if (happens(faults.freeze())) {
            self.frozen = true;
            self.wakesAt = now + 30_000 + random.nextInt(400_000);
        } else if (happens(faults.stall())) {
            self.wakesAt = now + random.nextInt(200_000);
        }
        handOver(self);
        self.frozen = false;
        if (self.crashesLeft > 0 && happens(faults.crash())) {
            self.crashesLeft--;
            self.dead = true;
            note(self, "dies before " + what);
            throw new Death();
        }
        note(self, what);
    }

    /// Whether a call that is subject to it is refused now.
    boolean refuses() {
        return happens(faults.refuse());
    }

    /// Lets the one who acts rest for so long.
    void sleep(long millis) {
        Actor self = self();
        self.wakesAt = now + millis;
        handOver(self);
    }

    /// Lets the one who acts wait until there is work.
    ///
    /// @throws Over if there never will be
    void awaitWork() {
        Actor self = self();
        self.idle = true;
        handOver(self);
        self.idle = false;
        if (over) {
            throw new Over();
        }
    }

    private void live(Actor self, Runnable life) {
        while (holder != self) {
            LockSupport.park();
        }
        try {
            life.run();
        } catch (Death | Over end) {
            note(self, end.getMessage());
        } catch (RuntimeException | AssertionError unexpected) {
            failure = failure == null ? unexpected : failure;
        } finally {
            self.done = true;
            give(choose(self));
        }
    }

    private void handOver(Actor self) {
        Actor next = choose(self);
        if (next == self) {
            return;
        }
        give(next);
        while (holder != self) {
            LockSupport.park();
        }
    }

    private void give(@Nullable Actor next) {
        holder = next;
        LockSupport.unpark(next == null ? starter : next.thread);
    }

    /// Whoever goes next, or null if all have ended.
    private @Nullable Actor choose(@Nullable Actor self) {
        while (true) {
            if (self != null && canGo(self) && random.nextInt(100) < stickiness) {
                return self;
            }
            int able = 0;
            for (Actor actor : actors) {
                able += canGo(actor) ? 1 : 0;
            }
            if (able > 0) {
                return nth(random.nextInt(able));
            }
            if (!jump()) {
                if (actors.stream().allMatch(actor -> actor.done)) {
                    return null;
                }
                over = true;
            }
        }
    }

    private Actor nth(int which) {
        int left = which;
        for (Actor actor : actors) {
            if (canGo(actor) && left-- == 0) {
                return actor;
            }
        }
        throw new IllegalStateException("there must be so many but are not");
    }

    private boolean canGo(Actor actor) {
        return !actor.done
                && actor.wakesAt <= now
                && (!actor.idle || over || surroundings.hasWork(now));
    }

    /// To the next moment at which anything happens.
    ///
    /// @return whether there is one for somebody
    private boolean jump() {
        long next = Long.MAX_VALUE;
        boolean patient = false;
        for (Actor actor : actors) {
            if (!actor.done && !actor.idle) {
                next = Math.min(next, actor.wakesAt);
            }
            patient |= !actor.done && actor.patient;
        }
        if (next == Long.MAX_VALUE && !patient) {
            return false;
        }
        next = Math.min(next, surroundings.nextEvent(now));
        if (next == Long.MAX_VALUE) {
            return false;
        }
        pass(Math.max(1, next - now));
        return true;
    }

    private void pass(long millis) {
        now += millis;
        surroundings.tick(now);
    }

    private boolean happens(int oneIn) {
        return oneIn > 0 && random.nextInt(oneIn) == 0;
    }

    private void note(Actor actor, String what) {
        if (traced) {
            trace.add("%,10d ms  %-10s %s".formatted(now, actor.name, what));
        }
    }
}
