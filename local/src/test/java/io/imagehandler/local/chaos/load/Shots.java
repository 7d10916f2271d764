package io.imagehandler.local.chaos.load;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What became of the requests of a load.
///
/// @param all in the order in which they were due
/// @param time how long the load lasted
public record Shots(List<Shot> all, Duration time) {

    public Shots {
        all = all.stream().sorted(Comparator.comparingLong(Shot::at)).toList();
    }

    public Shots that(Predicate<Shot> wanted) {
        return new Shots(all.stream().filter(wanted).toList(), time);
    }

    public Shots ok() {
        return that(Shot::isOk);
    }

    public Shots rejected() {
        return that(Shot::isRejected);
    }

    /// Those that were due in a part of the load, counted from its begin.
    public Shots due(Duration from, Duration to) {
        var part = that(shot -> shot.at() >= from.toNanos() && shot.at() < to.toNanos());
        return new Shots(part.all(), to.minus(from));
    }

    public int count() {
        return all.size();
    }

    /// A second.
    public double rate() {
        return count() / (time.toNanos() / 1e9);
    }

    /// The latency that the given share (0 to 1) of the requests does not exceed, in milliseconds;
    /// 0 if there are none.
    public double percentile(double share) {
        var sorted = all.stream().mapToLong(Shot::nanos).sorted().toArray();
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
                        / 1e6;
    }

    public double p50() {
        return percentile(0.5);
    }

    public double p99() {
        return percentile(0.99);
    }

    public double max() {
        return percentile(1);
    }

    /// How many of each status; 0 stands for no answer.
    public String statuses() {
        return all.stream()
                .collect(Collectors.groupingBy(Shot::status, TreeMap::new, Collectors.counting()))
                .toString();
    }

    /// The distinct reasons of those without an answer, at most three.
    public String failures() {
        return all.stream()
                .map(Shot::failure)
                .filter(failure -> !failure.isEmpty())
                .distinct()
                .limit(3)
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return "%d (%.1f/s) %s p50 %.0f p99 %.0f max %.0f ms"
                .formatted(count(), rate(), statuses(), p50(), p99(), max());
    }
}
