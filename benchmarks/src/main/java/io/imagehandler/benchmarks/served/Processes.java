package io.imagehandler.benchmarks.served;

import io.imagehandler.benchmarks.measure.Allocator;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What the processes of the servers have in common.
final class Processes {

    private Processes() {}

    /// With the allocator that the product's images come with, which sharp's page recommends too,
    /// if this machine has it.
    static void likeInTheImage(ProcessBuilder builder) {
        Allocator.likeInTheImage(builder);
    }

    /// The program of the JVM that runs this.
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// Starts it with all that it prints in a file.
    static Process quiet(ProcessBuilder builder, Path log) throws IOException {
        return builder.redirectErrorStream(true).redirectOutput(Redirect.to(log.toFile())).start();
    }

    /// Adds the variables of a file of lines `NAME=value`.
    static void variables(Path file, Map<String, String> environment) throws IOException {
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                environment.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
    }
}
