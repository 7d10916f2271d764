package io.imagehandler.infra.settings;

/// Everything that whoever deploys may choose.
///
/// @param stackName the name of the stack, by which several of them live in one account
/// @param images where the containers' images come from
/// @param onDemand the tasks that make what is asked for
/// @param workers the tasks that make what is uploaded
/// @param storage buckets and tables
/// @param network where the tasks are
/// @param delivery what stands before the viewers
/// @param watch who is told of what
public record ImageServiceSettings(
        String stackName,
        ImageSources images,
        OnDemandTasks onDemand,
        Workers workers,
        Storage storage,
        Network network,
        Delivery delivery,
        Watch watch) {

    /// @throws WrongContext if a value cannot be, or there is one that is not ours
    public static ImageServiceSettings from(Context context) {
        String stackName = context.text("stackName", "ImageHandler");
        var settings =
                new ImageServiceSettings(
                        stackName,
                        ImageSources.from(context),
                        OnDemandTasks.from(context),
                        Workers.from(context),
                        Storage.from(context),
                        Network.from(context),
                        Delivery.from(context),
                        Watch.from(context));
        context.refuseUnknown();
        return settings;
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new WrongContext(otherwise);
        }
    }

    /// @param name of a setting whose value must be of that shape, or blank
    static void requireShape(String name, String value, String shape, String example) {
        require(
                value.isEmpty() || value.matches(shape),
                "%s must be like %s but is %s".formatted(name, example, value));
    }
}
