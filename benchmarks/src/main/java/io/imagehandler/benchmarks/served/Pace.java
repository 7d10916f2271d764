package io.imagehandler.benchmarks.served;

/// How a worker got on between two moments.
///
/// @param rate uploads in a second
/// @param empty the share of the time that its slots were not taken: 0 to 1
/// @param worker seconds of a processor for each upload, of its own
/// @param standIns the same of the stand-ins for AWS
public record Pace(double rate, double empty, double worker, double standIns) {

    /// @param slots of the worker
    public static Pace between(Moment from, Moment to, int slots) {
        double time = to.time() - from.time();
        double uploads = to.uploads() - from.uploads();
        return new Pace(
                uploads / time,
                1 - (to.taken() - from.taken()) / (slots * time),
                (to.worker() - from.worker()) / uploads,
                (to.standIns() - from.standIns()) / uploads);
    }

    /// Processors that were busy, the worker's and the stand-ins' together.
    public double busy() {
        return rate * (worker + standIns);
    }
}
