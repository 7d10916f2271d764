package io.imagehandler.worker.upkeep;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.upkeep.Listing;
import io.imagehandler.rendition.upkeep.Listing.Listed;
import io.imagehandler.rendition.upkeep.Run;
import java.util.ArrayList;
import java.util.List;

/// Sends every original of a run to the queue, in the order of the keys, and writes down after each
/// batch how far it has come. Killed between the two, it sends that batch again; a pass that finds
/// everything in step renders nothing.
public final class Backfill {

    /// What became of it.
    public enum End {
        /// Every original was sent.
        SENT,
        /// It was to stop, and can be gone on with.
        STOPPED,
        /// Somebody has cancelled it, or goes on with it elsewhere.
        TAKEN
    }

    private final Listing originals;
    private final Dispatch dispatch;
    private final Progress progress;

    public Backfill(Listing originals, Dispatch dispatch, Progress progress) {
        this.originals = originals;
        this.dispatch = dispatch;
        this.progress = progress;
    }

    /// Goes on where the run has stopped.
    public End run(Logbook logbook, String prefix) {
        Run begin = logbook.run();
        progress.begin(begin.total(), Math.max(0, begin.done() - dispatch.unfinished()));
        String after = begin.position();
        boolean isLast = false;
        while (!isLast) {
            Listing.Page page = originals.page(prefix, after);
            isLast = page.isLast();
            for (List<Listed> batch : batches(page.objects())) {
                End end = send(batch, logbook);
                if (end != End.SENT) {
                    return end;
                }
                after = batch.getLast().key();
            }
        }
        return logbook.write(logbook.run().as(Run.State.FINISHED)) ? End.SENT : End.TAKEN;
    }

    private End send(List<Listed> batch, Logbook logbook) {
        List<OriginalKey> keys =
                batch.stream().flatMap(object -> Keys.of(object).stream()).toList();
        if (!dispatch.send(keys)) {
            return End.STOPPED;
        }
        Run next = logbook.run().at(batch.getLast().key(), keys.size(), keys.size());
        if (!logbook.write(next)) {
            return End.TAKEN;
        }
        long waiting = dispatch.unfinished();
        progress.reach(Math.max(0, next.done() - waiting), waiting);
        return End.SENT;
    }

    private static List<List<Listed>> batches(List<Listed> objects) {
        var batches = new ArrayList<List<Listed>>();
        for (int start = 0; start < objects.size(); start += Jobs.MOST) {
            batches.add(objects.subList(start, Math.min(objects.size(), start + Jobs.MOST)));
        }
        return batches;
    }
}
