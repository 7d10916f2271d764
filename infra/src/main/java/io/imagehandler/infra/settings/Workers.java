package io.imagehandler.infra.settings;

/// The tasks that make what is uploaded.
///
/// @param min never fewer; with 0 nothing is paid for while nothing is uploaded
/// @param max never more
/// @param vcpus of each, with 2 GiB of memory for each of them
/// @param spot whether they run on what AWS has to spare, for about a third of the price
public record Workers(int min, int max, int vcpus, boolean spot) {

    public Workers {
        ImageServiceSettings.require(
                min <= max,
                "minWorkers must be at most maxWorkers (%d) but is %d".formatted(max, min));
    }

    static Workers from(Context context) {
        return new Workers(
                context.number("minWorkers", 0, 0, 500),
                context.number("maxWorkers", 20, 1, 500),
                Integer.parseInt(context.oneOf("workerVcpus", "2", OnDemandTasks.VCPUS)),
                context.flag("workerSpot", false));
    }
}
