package io.imagehandler.worker.reconcile;

import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.upkeep.Listings;
import io.imagehandler.worker.reconcile.Side.Placed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Originals, renditions and manifests, read side by side so that nothing is asked for by itself:
/// one call for each thousand objects. For one thread.
///
/// Whatever has been made of key `a` has its place between `a/` and everything that does not begin
/// so, but among it are the places of `a/b` and all that was made of it. So keys are open like the
/// folders of a path while their places go by.
final class SideBySide {

    private static final List<String> OF_RENDITIONS = List.of("s/", "x/");
    private static final String OF_MANIFESTS = "m/";

    private final List<Side> sides = new ArrayList<>();
    private final Deque<Subject> open = new ArrayDeque<>();
    private final List<Subject> complete = new ArrayList<>();
    private final String prefix;
    private boolean ended;

    /// @param prefix what keys of originals begin with
    /// @param position where an earlier one was, as [#position] told it
    SideBySide(Listings listings, String prefix, Position position) {
        this.prefix = prefix;
        sides.add(new KeySide(new Cursor(listings.originals(), prefix, position.after(0)), 0));
        for (String kind : OF_RENDITIONS) {
            sides.add(new RenditionSide(derived(listings, kind, position), length(kind)));
        }
        sides.add(new KeySide(derived(listings, OF_MANIFESTS, position), length(OF_MANIFESTS)));
    }

    private Cursor derived(Listings listings, String kind, Position position) {
        String before = RenditionKey.RESERVED + kind + prefix;
        return new Cursor(listings.derived(), before, position.after(sides.size()));
    }

    private static int length(String kind) {
        return RenditionKey.RESERVED.length() + kind.length();
    }

    /// The next keys of which all is known; at least so many, but at the end.
    List<Subject> next(int atLeast) {
        while (!ended) {
            Optional<Side> first = first();
            if (first.isEmpty()) {
                close("");
                ended = true;
                break;
            }
            Placed one = first.get().peek().orElseThrow();
            close(one.place());
            if (complete.size() >= atLeast) {
                break;
            }
            first.get().take();
            put(one);
        }
        var ready = List.copyOf(complete);
        complete.clear();
        return ready;
    }

    /// Whether [#next] has given the last of them.
    boolean isEnded() {
        return ended;
    }

    /// Where another one can go on behind what [#next] has given; nothing if it cannot here.
    Optional<Position> position() {
        return open.isEmpty() && sides.stream().allMatch(Side::isSettled)
                ? Optional.of(new Position(sides.stream().map(Side::resume).toList()))
                : Optional.empty();
    }

    /// The side whose next place comes first; of the same place, the original.
    private Optional<Side> first() {
        @Nullable Side first = null;
        @Nullable String place = null;
        for (Side side : sides) {
            String next = side.peek().map(Placed::place).orElse(null);
            if (next != null && (place == null || ByteOrder.compare(next, place) < 0)) {
                first = side;
                place = next;
            }
        }
        return Optional.ofNullable(first);
    }

    /// Nothing of those comes any more that `place` is not in.
    private void close(String place) {
        while (!open.isEmpty() && !place.startsWith(open.element().key() + "/")) {
            complete.add(open.remove());
        }
    }

    private void put(Placed one) {
        if (one.isOriginal()) {
            open.push(new Subject(one.key(), one.object()));
        } else if (one.key().startsWith(prefix)) {
            owner(one.key()).add(one.object());
        }
    }

    private Subject owner(String key) {
        Optional<Subject> owner =
                open.stream().filter(subject -> subject.key().equals(key)).findFirst();
        if (owner.isPresent()) {
            return owner.get();
        }
        if (complete.isEmpty() || !complete.getLast().isOrphan(key)) {
            complete.add(new Subject(key, null));
        }
        return complete.getLast();
    }
}
