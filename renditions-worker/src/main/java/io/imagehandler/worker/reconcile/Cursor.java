package io.imagehandler.worker.reconcile;

import io.imagehandler.rendition.upkeep.Listing;
import io.imagehandler.rendition.upkeep.Listing.Listed;
import java.util.List;
import java.util.Optional;

/// One object after the other, a page at a time. For one thread.
final class Cursor {

    private final Listing listing;
    private final String prefix;
    private List<Listed> page = List.of();
    private int next;
    private boolean isLast;
    private String taken;

    /// @param after the last key that is known already; empty: none is
    Cursor(Listing listing, String prefix, String after) {
        this.listing = listing;
        this.prefix = prefix;
        this.taken = after;
    }

    /// The next object, or nothing at the end.
    Optional<Listed> peek() {
        while (next == page.size() && !isLast) {
            String after = page.isEmpty() ? taken : page.getLast().key();
            Listing.Page more = listing.page(prefix, after);
            page = more.objects();
            isLast = more.isLast() || page.isEmpty();
            next = 0;
        }
        return next < page.size() ? Optional.of(page.get(next)) : Optional.empty();
    }

    /// Goes on behind what [#peek] gave.
    void take() {
        taken = page.get(next).key();
        next++;
    }

    /// The key of what was taken last; where another cursor may go on.
    String taken() {
        return taken;
    }
}
