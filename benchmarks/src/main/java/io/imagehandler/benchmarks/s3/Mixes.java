package io.imagehandler.benchmarks.s3;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a number of mixes took.
///
/// @param micros processor time of the whole process for one mix, in microseconds
/// @param mebibytes that the process holds behind them
/// @param latencies of each mix, in microseconds
public record Mixes(long micros, long mebibytes, List<Long> latencies) {

    public Mixes {
        latencies = List.copyOf(latencies);
    }

    /// @param line as [#line] gives it
    static Mixes of(String line) {
        List<Long> numbers = Arrays.stream(line.split(" ")).map(Long::valueOf).toList();
        return new Mixes(numbers.get(0), numbers.get(1), numbers.subList(2, numbers.size()));
    }

    /// Of the latencies of all that were done in so many rounds, in milliseconds.
    ///
    /// @param rounds at least one, with a mix at least
    /// @param share 0 to 1
    public static double percentile(List<Mixes> rounds, double share) {
        List<Long> all =
                rounds.stream().flatMap(round -> round.latencies().stream()).sorted().toList();
        return all.get(Math.min(all.size() - 1, (int) (share * all.size()))) / 1e3;
    }

    /// For another process, in one line.
    String line() {
        return Stream.concat(Stream.of(micros, mebibytes), latencies.stream())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}
