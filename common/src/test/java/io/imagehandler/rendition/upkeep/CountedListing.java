package io.imagehandler.rendition.upkeep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/// Lists what a store in memory holds, and counts the calls.
public final class CountedListing implements Listing {

    private static final Comparator<Listed> BY_BYTES =
            (one, other) ->
                    Arrays.compareUnsigned(one.key().getBytes(UTF_8), other.key().getBytes(UTF_8));

    private final Supplier<Collection<Listed>> objects;
    private int calls;

    /// @param objects all of them, in any order
    public CountedListing(Supplier<Collection<Listed>> objects) {
        this.objects = objects;
    }

    /// How many pages were asked for.
    public synchronized int calls() {
        return calls;
    }

    /// All of them, without a call.
    public Collection<Listed> all() {
        return objects.get();
    }

    @Override
    public synchronized Page page(String prefix, String after) {
        calls++;
        byte[] known = after.getBytes(UTF_8);
        List<Listed> rest =
                objects.get().stream()
                        .filter(one -> one.key().startsWith(prefix))
                        .filter(one -> Arrays.compareUnsigned(one.key().getBytes(UTF_8), known) > 0)
                        .sorted(BY_BYTES)
                        .toList();
        return new Page(rest.subList(0, Math.min(PAGE, rest.size())), rest.size() <= PAGE);
    }
}
