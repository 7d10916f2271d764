package io.imagehandler.infra.compute;

import io.imagehandler.infra.settings.Architecture;
import io.imagehandler.infra.settings.ImageSources;
import java.util.List;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.assets.Platform;
import software.amazon.awscdk.services.ecs.AssetImageProps;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.constructs.Construct;

/// The containers' images: those of a repository, or built while the stack is deployed. Synth needs
/// no Docker.
public final class Images extends Construct {

    /// What would be looked through in vain, should `.dockerignore` be gone.
    private static final List<String> LEFT_OUT = List.of(".git", "**/cdk.out", "**/node_modules");

    private final ImageSources sources;
    private final ContainerImage onDemand;
    private final ContainerImage worker;

    public Images(Construct scope, String id, ImageSources sources) {
        super(scope, id);
        this.sources = sources;
        onDemand = image("OnDemand", sources.onDemand(), "Dockerfile.ondemand");
        worker = image("Worker", sources.worker(), "Dockerfile.worker");
    }

    ContainerImage onDemand() {
        return onDemand;
    }

    ContainerImage worker() {
        return worker;
    }

    Architecture architecture() {
        return sources.architecture();
    }

    private ContainerImage image(String id, String stored, String file) {
        return stored.isEmpty() ? built(file) : stored(id, stored);
    }

    /// @param image `repository:tag`. By its repository, so that the task may pull it
    private ContainerImage stored(String id, String image) {
        int colon = image.indexOf(':');
        var repository = Repository.fromRepositoryName(this, id, image.substring(0, colon));
        return ContainerImage.fromEcrRepository(repository, image.substring(colon + 1));
    }

    private ContainerImage built(String file) {
        Platform platform =
                switch (sources.architecture()) {
                    case ARM64 -> Platform.LINUX_ARM64;
                    case X86_64 -> Platform.LINUX_AMD64;
                };
        return ContainerImage.fromAsset(
                sources.folder(),
                AssetImageProps.builder().file(file).platform(platform).exclude(LEFT_OUT).build());
    }
}
