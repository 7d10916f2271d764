package io.imagehandler.worker.reconcile;

import java.util.Map;
import java.util.TreeMap;

/// What was found.
///
/// @param keys how many keys were looked at, with an original or without
/// @param unwell how many of them are not as they should be
/// @param ailments how many keys have each; a key may have several
public record Report(long keys, long unwell, Map<Ailment, Long> ailments) {

    static final Report NOTHING = new Report(0, 0, Map.of());

    public Report {
        ailments = Map.copyOf(ailments);
    }

    /// Whether everything is as it should be.
    public boolean isWell() {
        return unwell == 0;
    }

    Report plus(int looked, Iterable<Finding> findings) {
        var sums = new TreeMap<>(ailments);
        long found = unwell;
        for (Finding finding : findings) {
            found++;
            finding.ailments().forEach(ailment -> sums.merge(ailment, 1L, Long::sum));
        }
        return new Report(keys + looked, found, sums);
    }

    /// In one line.
    @Override
    public String toString() {
        var line = new StringBuilder("%d keys, %d of them not in step".formatted(keys, unwell));
        for (Ailment ailment : Ailment.values()) {
            line.append(", %d %s".formatted(ailments.getOrDefault(ailment, 0L), ailment.word()));
        }
        return line.toString();
    }
}
