package io.imagehandler.infra.settings;

/// Where the containers' images come from.
///
/// @param onDemand `repository:tag` in this account's ECR; blank: built from `folder`
/// @param worker the same for the worker
/// @param folder where the Dockerfiles are, seen from where the app runs
/// @param architecture what the images are built for, and run on
public record ImageSources(
        String onDemand, String worker, String folder, Architecture architecture) {

    private static final String SHAPE = "[a-z0-9._/-]+:[A-Za-z0-9_.-]+";
    private static final String EXAMPLE = "images/on-demand:1.0.0";

    public ImageSources {
        ImageServiceSettings.requireShape("onDemandImage", onDemand, SHAPE, EXAMPLE);
        ImageServiceSettings.requireShape("workerImage", worker, SHAPE, EXAMPLE);
    }

    static ImageSources from(Context context) {
        String architecture = context.oneOf("architecture", "arm64", Architecture.words());
        return new ImageSources(
                context.text("onDemandImage", ""),
                context.text("workerImage", ""),
                context.text("imageFolder", ".."),
                Architecture.of(architecture));
    }
}
