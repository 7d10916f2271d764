package io.imagehandler.infra.settings;

import java.util.List;

/// The tasks that make what is asked for.
///
/// @param min never fewer; at least 2, one in each zone
/// @param max never more
/// @param vcpus of each, with 2 GiB of memory for each of them
public record OnDemandTasks(int min, int max, int vcpus) {

    /// The sizes of a task that Fargate has and that we have a use for.
    static final List<String> VCPUS = List.of("1", "2", "4");

    public OnDemandTasks {
        ImageServiceSettings.require(
                min <= max,
                "minOnDemandTasks must be at most maxOnDemandTasks (%d) but is %d"
                        .formatted(max, min));
    }

    static OnDemandTasks from(Context context) {
        return new OnDemandTasks(
                context.number("minOnDemandTasks", 2, 2, 500),
                context.number("maxOnDemandTasks", 20, 2, 500),
                Integer.parseInt(context.oneOf("onDemandVcpus", "2", VCPUS)));
    }
}
