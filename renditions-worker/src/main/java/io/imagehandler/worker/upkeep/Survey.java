package io.imagehandler.worker.upkeep;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.upkeep.Listing;
import io.imagehandler.rendition.upkeep.Listing.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// What there is to do, by the listing alone.
///
/// @param originals how many there are
/// @param bytes of all of them
/// @param sample some of them, each as likely as any other
public record Survey(long originals, long bytes, List<OriginalKey> sample) {

    public Survey {
        sample = List.copyOf(sample);
    }

    /// Counts, one call for each thousand.
    ///
    /// @param most how many to choose for the sample
    public static Survey of(
            Listing listing, String prefix, int most, RandomGenerator random, Halt halt) {
        long originals = 0;
        long bytes = 0;
        var sample = new ArrayList<OriginalKey>();
        var last = new Listing.Page(List.of(), false);
        for (String after = ""; !last.isLast() && !halt.isAsked(); ) {
            last = listing.page(prefix, after);
            for (Listed object : last.objects()) {
                after = object.key();
                var key = Keys.of(object);
                if (key.isPresent()) {
                    originals++;
                    bytes += object.length();
                    choose(key.get(), originals, sample, most, random);
                }
            }
        }
        return new Survey(originals, bytes, sample);
    }

    /// Algorithm R: the n-th stays with a chance of `most` in n.
    private static void choose(
            OriginalKey key, long n, List<OriginalKey> sample, int most, RandomGenerator random) {
        if (sample.size() < most) {
            sample.add(key);
            return;
        }
        long place = random.nextLong(n);
        if (place < most) {
            sample.set((int) place, key);
        }
    }
}
