package io.imagehandler.local.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imagehandler.local.service.ServiceJars;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A service as it is in its image: its jar taken apart, libvips beside it, and a cache of what its
/// JVM learnt while it was laid out. The image's own script lays it out, once for each build.
///
/// @param folder where it is, and from where it is started
public record Shipped(Path folder) {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path IMAGE = ROOT.resolve("infra/image");
    private static final String NAME = "on-demand";
    private static final String ALLOCATOR = "MALLOC_CONF=";

    /// The on-demand service.
    ///
    /// @throws IOException if it cannot be laid out
    public static synchronized Shipped onDemand() throws IOException, InterruptedException {
        var folder = Path.of("target", "shipped", NAME).toAbsolutePath();
        var jar = ServiceJars.built().onDemand();
        var mark = folder.resolve("laid-out-from");
        var from =
                digest(
                        jar,
                        rehearsal(jar),
                        IMAGE.resolve("assemble"),
                        IMAGE.resolve("java.options"));
        if (!Files.exists(mark) || !Files.readString(mark).equals(from)) {
            delete(folder);
            assemble(materials(jar), folder);
            Files.writeString(mark, from);
        }
        return new Shipped(folder);
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

    /// The allocator of the image, if this machine has it.
    static Optional<Path> jemalloc() {
        return Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64")
                .map(place -> Path.of(place, "libjemalloc.so.2"))
                .filter(Files::exists)
                .findFirst();
    }

    /// How the image sets its allocator.
    static String allocatorSettings() {
        try (var lines = Files.lines(ROOT.resolve("Dockerfile.ondemand"))) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith(ALLOCATOR))
                    .findFirst()
                    .orElseThrow()
                    .substring(ALLOCATOR.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /// Of the files and of this JVM. What the build packs is always of one date.
    private static String digest(Path... files) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : files) {
                digest.update(Files.readAllBytes(file));
            }
            digest.update(Runtime.version().toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /// What the script takes, in one folder.
    private static Path materials(Path jar) throws IOException {
        var materials = Path.of("target", "shipped", "materials").toAbsolutePath();
        delete(materials);
        Files.createDirectories(materials);
        for (var name : List.of("java.options", "healthy")) {
            Files.copy(IMAGE.resolve(name), materials.resolve(name));
        }
        for (var name : List.of("LICENSE", "THIRD-PARTY.md")) {
            Files.copy(ROOT.resolve(name), materials.resolve(name));
        }
        Files.copy(jar, materials.resolve(NAME + ".jar"));
        Files.copy(rehearsal(jar), materials.resolve("rehearsal.jar"));
        Files.createSymbolicLink(
                materials.resolve("libvips"), ROOT.resolve("native/node_modules/@img"));
        return materials;
    }

    private static Path rehearsal(Path jar) {
        return jar.resolveSibling("local-rehearsal.jar");
    }

    private static void assemble(Path materials, Path folder)
            throws IOException, InterruptedException {
        var script =
                new ProcessBuilder(
                        IMAGE.resolve("assemble").toString(),
                        NAME,
                        materials.toString(),
                        folder.toString());
        script.environment()
                .merge(
                        "PATH",
                        java().getParent().toString(),
                        (path, ours) -> ours + File.pathSeparator + path);
        var log = materials.resolve("assemble.log");
        var process = script.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (process.waitFor() != 0) {
            throw new IOException("cannot be laid out:\n" + Files.readString(log));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }
}
