package io.imagehandler.benchmarks.served;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A service as it is in its image. `./run bench` has laid it out, by the image's own script.
final class Shipped {

    private Shipped() {}

    /// How it is started, in a container of 1 GiB. Nothing enforces that here: the JVM is told.
    ///
    /// @param root of the repository
    /// @param name `on-demand` or `renditions-worker`
    /// @throws IOException if it was not laid out
    static ProcessBuilder service(Path root, String name) throws IOException {
        Path folder = root.resolve("benchmarks/target/shipped").resolve(name).toAbsolutePath();
        Path cache = folder.resolve("service.aot");
        if (!Files.exists(cache)) {
            throw new IOException(name + " is not laid out as in its image: use ./run bench");
        }
        var builder =
                new ProcessBuilder(
                                Processes.java(),
                                "@" + folder.resolve("java.options"),
                                "-XX:MaxRAM=1g",
                                "-XX:AOTCache=" + cache,
                                "-jar",
                                folder.resolve(name + ".jar").toString())
                        .directory(folder.toFile());
        Processes.likeInTheImage(builder);
        Processes.variables(folder.resolve("image.env"), builder.environment());
        return builder;
    }
}
