package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.chaos.Row;

/// How many originals came out how.
///
/// @param complete have every rendition, each as one worker makes it alone, and no other
/// @param lost lack one
/// @param stale have one of other bytes, or of an original that is not there
/// @param wrong have one that is not as it would be made alone
record Tally(int complete, int lost, int stale, int wrong) {

    static final Tally NOBODY = new Tally(0, 0, 0, 0);

    Tally plus(Tally more) {
        return new Tally(
                complete + more.complete, lost + more.lost, stale + more.stale, wrong + more.wrong);
    }

    int all() {
        return complete + lost + stale + wrong;
    }

    /// Holds it against the bar that all are complete.
    void report(Row row) {
        row.is("complete", complete + " of " + all(), all() + " of " + all());
        row.is("lost / stale / wrong", lost + " / " + stale + " / " + wrong, "0 / 0 / 0");
    }
}
