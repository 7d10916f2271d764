package io.imagehandler.benchmarks;

import io.imagehandler.benchmarks.measure.Ratio;
import io.imagehandler.benchmarks.served.Duel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What was measured of servers that did the same work in turn, a row for each.
record DuelRows(Report report) {

    /// Puts each under an even load, one after the other, and prints what that shows.
    ///
    /// @return the loads, in the order of the duels
    List<Duel.Load> print(List<Duel> duels) throws IOException, InterruptedException {
        report.head(
                List.of(
                        "",
                        "CPU ms a request",
                        "requests/s, 4 clients",
                        "p50 ms at 0.8 of that",
                        "p99 ms",
                        "refused",
                        "MiB right behind it",
                        "MiB 20 s later"));
        var loads = new ArrayList<Duel.Load>();
        for (Duel duel : duels) {
            loads.add(duel.open());
        }
        for (int i = 0; i < duels.size(); i++) {
            row(duels.get(i), loads.get(i));
        }
        return loads;
    }

    private void row(Duel duel, Duel.Load load) throws IOException, InterruptedException {
        report.row(
                List.of(
                        duel.name(),
                        "%.1f".formatted(duel.cpu()),
                        "%.1f".formatted(duel.rate()),
                        "%.0f".formatted(load.latencies().percentile(0.5)),
                        "%.0f".formatted(load.latencies().percentile(0.99)),
                        Integer.toString(load.latencies().refused()),
                        Long.toString(load.memory()),
                        Long.toString(load.idle())));
    }

    /// Processor time of a request of the one, times that of the other.
    Ratio compared(Duel ours, Duel theirs) {
        var ratio = ours.cpuAgainst(theirs);
        report.say(
                "* CPU of a request, ours to that of %s: %s (least-most of the rounds)"
                        .formatted(theirs.name(), ratio));
        return ratio;
    }
}
