package io.imagehandler.local.service;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The jars of both services, as the build leaves them.
///
/// @param onDemand the on-demand service
/// @param worker the worker
/// @param tether the agent that ends them with their starter
public record ServiceJars(Path onDemand, Path worker, Path tether) {

    /// Those of the build that this class is from.
    ///
    /// @throws IOException naming the one that is not there
    public static ServiceJars built() throws IOException {
        var folder = buildFolder().resolve("services");
        return new ServiceJars(
                require(folder.resolve("on-demand.jar")),
                require(folder.resolve("renditions-worker.jar")),
                require(folder.resolve("local-tether.jar")));
    }

    private static Path buildFolder() throws IOException {
        try {
            var classes = ServiceJars.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(classes.toURI()).resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IOException("these classes are nowhere", e);
        }
    }

    private static Path require(Path jar) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException(jar + " is not there: build first (mvn package)");
        }
        return jar;
    }
}
