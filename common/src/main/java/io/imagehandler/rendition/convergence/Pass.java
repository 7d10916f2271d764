package io.imagehandler.rendition.convergence;

import io.imagehandler.failure.OriginalTooLarge;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.Original;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.Room;
import io.imagehandler.rendition.StoredRendition;
import io.imagehandler.rendition.convergence.Attempts.Opening;
import io.imagehandler.rendition.convergence.Darkroom.Bench;
import io.imagehandler.rendition.convergence.Darkroom.Development;
import io.imagehandler.rendition.convergence.Darkroom.Development.Developed;
import io.imagehandler.rendition.convergence.Darkroom.Development.Spoiled;
import io.imagehandler.rendition.convergence.Darkroom.Order;
import io.imagehandler.rendition.convergence.Finding.Made;
import io.imagehandler.rendition.convergence.Finding.Unfit;
import java.util.List;

/// One pass for one key. Its round is the table of ARCHITECTURE.md, step by step: whatever is not
/// as it was seen ([Changed]) sends it back to step 1. For one thread, once.
final class Pass {

    private static final int MOST_ROUNDS = 5;

    private final Parts parts;
    private final OriginalKey key;
    private final Lease lease;
    private final Ledger ledger = new Ledger();
    private final Pen pen;
    private final Ending ending;

    Pass(Parts parts, OriginalKey key, Lease lease) {
        this.parts = parts;
        this.key = key;
        this.lease = lease;
        this.pen = new Pen(parts.stores(), key, lease, ledger);
        this.ending = new Ending(parts, key, ledger);
    }

    Outcome run() {
        boolean done = false;
        try {
            Outcome outcome = rounds();
            done = outcome instanceof Outcome.Done;
            // The message may be another's by now, and then it is his to acknowledge.
            return done && !pen.isAllowed() ? new Outcome.LeaseLost() : outcome;
        } finally {
            if (!done && ledger.isTouched()) {
                giveUp();
            }
        }
    }

    /// It has written and has not verified what.
    private void giveUp() {
        if (!pen.isAllowed()) {
            lease.askAgain(key); // its own message may come to nobody any more
        }
        ending.invalidate();
    }

    private Outcome rounds() {
        int changes = 0;
        while (changes < MOST_ROUNDS) {
            try {
                return round();
            } catch (Changed _) {
                changes++;
            } catch (Stopped stopped) {
                return stopped.outcome();
            }
        }
        return new Outcome.StillChanging();
    }

    private Outcome round() {
        Truth e = head(); // 1
        Finding finding = bringInStep(e); // 2 to 7
        sweep(e); // 8
        requireStill(e); // 9
        if (finding instanceof Unfit(_, _, boolean found) && found) {
            pen.requireLease();
        }
        return ending.end(finding, lease); // 10
    }

    private Finding bringInStep(Truth e) {
        return switch (e) {
            case Truth.Present present -> bringInStep(present);
            case Truth.Absent _ -> new Finding.Gone(); // to 8
        };
    }

    private Finding bringInStep(Truth.Present e) {
        Sight sight = look(e); // 2
        if (sight.isComplete()) {
            return ending.complete(sight, lease.isRepeated()); // to 8: the sweep still runs
        }
        return switch (mark(e)) { // 3
            case Opening.Busy() -> throw new Stopped(new Outcome.Busy());
            case Opening.Unfit(Rejection rejection) -> new Unfit(e.tag(), rejection, false);
            case Opening.Ours(int crashes) -> make(e, sight, crashes);
        };
    }

    private Finding make(Truth.Present e, Sight sight, int crashes) {
        return switch (develop(e, sight, crashes)) { // 4, 5
            case Spoiled(Rejection rejection) -> new Unfit(e.tag(), rejection, true);
            case Developed developed -> {
                Made made = put(sight, developed); // 6
                requireStill(e); // 7
                yield made;
            }
        };
    }

    /// Step 1: what is the truth?
    private Truth head() {
        return Truth.of(parts.stores().originals(), key);
    }

    /// Step 2: what is there, and of what was it made?
    private Sight look(Truth.Present e) {
        return new Inventory(parts).take(key, e.tag());
    }

    /// Step 3: is another at work on these very bytes, or were they found unfit?
    private Opening mark(Truth.Present e) {
        return ending.begin(e.tag());
    }

    /// Step 4: the very original that step 1 saw.
    private Original get(Truth.Present e, Room room) {
        return parts.stores()
                .originals()
                .read(key, e.tag(), parts.darkroom().mostBytes(), room)
                .orElseThrow(Changed::new);
    }

    /// Step 5: one decode for all that is missing.
    private Development develop(Truth.Present e, Sight sight, int crashes) {
        if (!sight.needsOriginal()) {
            return new Developed(List.of(), null);
        }
        var order = new Order(key, sight.missing(), sight.lacksAverage(), crashes);
        try (Bench bench = parts.darkroom().enter()) {
            return bench.develop(get(e, bench), order);
        } catch (OriginalTooLarge failure) {
            return Spoiled.by(failure);
        }
    }

    /// Step 6: each in the place of what step 2 saw, and of nothing else.
    private Made put(Sight sight, Developed developed) {
        return new Filling(sight, pen).fill(key, developed);
    }

    /// Steps 7 and 9: the truth is still what step 1 saw. After the sweep as well: a slow one may
    /// just have removed what another pass has made.
    private void requireStill(Truth e) {
        if (!head().equals(e)) {
            throw new Changed();
        }
    }

    /// Step 8: nothing made of another original stays. Even if nothing was made now: the pass that
    /// made something may have died before its sweep.
    private void sweep(Truth e) {
        Renditions renditions = parts.stores().renditions();
        for (String path : renditions.pathsOf(key)) {
            renditions
                    .find(path)
                    .filter(found -> !belongs(path, found, e))
                    .ifPresent(found -> pen.sweep(path, found.tag()));
        }
        boolean hasManifest = parts.eager().hasManifest(key);
        parts.stores()
                .manifests()
                .find(key)
                .filter(found -> !hasManifest || !e.isSourceOf(found.provenance()))
                .ifPresent(found -> pen.sweepManifest(found.tag()));
    }

    private boolean belongs(String path, StoredRendition found, Truth e) {
        return switch (e) {
            case Truth.Absent _ -> false;
            case Truth.Present(EntityTag tag) ->
                    e.isSourceOf(found.provenance())
                            && !(parts.tidy() && parts.strays().contain(path, found, tag));
        };
    }
}
