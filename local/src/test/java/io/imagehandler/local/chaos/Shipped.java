package io.imagehandler.local.chaos;

import io.imagehandler.local.service.ServiceJars;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A service as it is in its image: its jar taken apart, libvips beside it, and a cache of what its
/// JVM learnt while it was laid out.
///
/// @param folder where it is, and from where it is started
public record Shipped(Path folder) {

    private static final Path SCRIPT = Path.of("..", "infra", "image", "lay-out");
    private static final String NAME = "on-demand";

    private static Optional<Shipped> laidOut = Optional.empty();

    /// The on-demand service.
    ///
    /// @throws IOException if it cannot be laid out
    public static synchronized Shipped onDemand() throws IOException, InterruptedException {
        if (laidOut.isEmpty()) {
            var folder = Path.of("target", "shipped", NAME).toAbsolutePath();
            Files.createDirectories(folder.getParent());
            layOut(ServiceJars.built().onDemand().getParent(), folder);
            laidOut = Optional.of(new Shipped(folder));
        }
        return laidOut.orElseThrow();
    }

    /// Its JVM, as the image starts it, up to the name of the jar.
    ///
    /// @param flags that come after the image's own and so overrule them
    List<String> command(List<String> flags) {
        return Stream.of(
                        List.of(java().toString(), "@" + folder.resolve("java.options")),
                        flags,
                        List.of(
                                "-XX:AOTCache=" + folder.resolve("service.aot"),
                                "-jar",
                                folder.resolve(NAME + ".jar").toString()))
                .flatMap(List::stream)
                .toList();
    }

    /// The variables that give it the image's allocator, where this machine has that.
    Map<String, String> allocator() throws IOException {
        Optional<Path> library = jemalloc();
        if (library.isEmpty()) {
            return Map.of("MALLOC_ARENA_MAX", "2");
        }
        var variables = new HashMap<String, String>();
        variables.put("LD_PRELOAD", library.get().toString());
        for (String line : Files.readAllLines(folder.resolve("image.env"))) {
            var parts = line.split("=", 2);
            variables.put(parts[0], parts[1]);
        }
        return variables;
    }

    private static Optional<Path> jemalloc() {
        return Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64")
                .map(place -> Path.of(place, "libjemalloc.so.2"))
                .filter(Files::exists)
                .findFirst();
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static void layOut(Path jars, Path folder) throws IOException, InterruptedException {
        var script =
                new ProcessBuilder(SCRIPT.toString(), NAME, jars.toString(), folder.toString());
        script.environment()
                .merge(
                        "PATH",
                        java().getParent().toString(),
                        (path, ours) -> ours + File.pathSeparator + path);
        var log = folder.resolveSibling(NAME + ".log");
        var process = script.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (process.waitFor() != 0) {
            throw new IOException("cannot be laid out:\n" + Files.readString(log));
        }
    }
}
