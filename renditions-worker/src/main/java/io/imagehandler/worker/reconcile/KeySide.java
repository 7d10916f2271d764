package io.imagehandler.worker.reconcile;

import io.imagehandler.rendition.upkeep.Listing.Listed;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/// Objects of which there is one for each key: originals or manifests. They are listed in the order
/// of `a`, `a.b`, `a/b`, and their places are `a.b/`, `a/`, `a/b/`: so `a` is held back until its
/// turn. Whoever is held back is the beginning of whatever goes before, so they are few.
final class KeySide implements Side {

    private final Cursor cursor;
    private final int prefix;
    private final PriorityQueue<Placed> held =
            new PriorityQueue<>(Comparator.comparing(Placed::place, ByteOrder::compare));
    private String highest;

    /// @param prefix the length of what is before the key of the original; 0: these are originals
    KeySide(Cursor cursor, int prefix) {
        this.cursor = cursor;
        this.prefix = prefix;
        this.highest = cursor.taken();
    }

    @Override
    public Optional<Placed> peek() {
        Optional<Listed> next = cursor.peek();
        while (next.isPresent() && mayBeFirst(next.get())) {
            held.add(placed(next.get()));
            cursor.take();
            next = cursor.peek();
        }
        return Optional.ofNullable(held.peek());
    }

    private boolean mayBeFirst(Listed object) {
        Placed first = held.peek();
        return first == null
                || ByteOrder.compare(object.key().substring(prefix), first.place()) <= 0;
    }

    private Placed placed(Listed object) {
        String key = object.key().substring(prefix);
        return new Placed(key + "/", key, object, prefix == 0);
    }

    @Override
    public void take() {
        String key = held.remove().object().key();
        highest = ByteOrder.compare(key, highest) > 0 ? key : highest;
    }

    @Override
    public boolean isSettled() {
        return held.stream().allMatch(one -> ByteOrder.compare(one.object().key(), highest) > 0);
    }

    @Override
    public String resume() {
        return highest;
    }
}
