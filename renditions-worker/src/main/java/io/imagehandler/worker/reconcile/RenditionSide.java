package io.imagehandler.worker.reconcile;

import io.imagehandler.rendition.upkeep.Listing.Listed;
import java.util.Optional;

/// Renditions, whose places are their paths without the prefix of their kind: they are listed in
/// that order as it is.
final class RenditionSide implements Side {

    private final Cursor cursor;
    private final int prefix;

    /// @param prefix the length of what is before the key of the original in each path
    RenditionSide(Cursor cursor, int prefix) {
        this.cursor = cursor;
        this.prefix = prefix;
    }

    @Override
    public Optional<Placed> peek() {
        Optional<Listed> next = cursor.peek();
        while (next.isPresent() && next.get().key().indexOf('/', prefix) < 0) {
            cursor.take(); // no rendition of ours
            next = cursor.peek();
        }
        return next.map(this::placed);
    }

    private Placed placed(Listed object) {
        String place = object.key().substring(prefix);
        return new Placed(place, place.substring(0, place.lastIndexOf('/')), object, false);
    }

    @Override
    public void take() {
        cursor.take();
    }

    @Override
    public boolean isSettled() {
        return true;
    }

    @Override
    public String resume() {
        return cursor.taken();
    }
}
