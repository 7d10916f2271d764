package io.imagehandler.benchmarks.served;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What a worker has done until a moment, by its own metrics, in seconds.
///
/// @param time on a clock of our own
/// @param uploads that it is done with
/// @param taken for which its slots were taken, together
/// @param worker that it had of the processors
/// @param standIns that the stand-ins for AWS had of them
public record Moment(double time, double uploads, double taken, double worker, double standIns) {

    /// Now.
    public static Moment of(LocalServer server, Clients clients)
            throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(StandIns.WORKER));
        var text = new String(clients.picture(uri), StandardCharsets.UTF_8);
        return new Moment(
                System.nanoTime() / 1e9,
                sum(text, "events_passes_total"),
                sum(text, "slots_taken_seconds_sum"),
                used(server.process()),
                used(server.standIns()));
    }

    /// The sum of a figure over its tags; 0 if there is none yet.
    static double sum(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static double used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }
}
