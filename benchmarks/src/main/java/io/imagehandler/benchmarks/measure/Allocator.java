package io.imagehandler.benchmarks.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The allocator that the product's images come with, which sharp's page recommends too.
public final class Allocator {

    private Allocator() {}

    /// Lets the process have it, if this machine does.
    public static void likeInTheImage(ProcessBuilder process) {
        Stream.of("x86_64", "aarch64")
                .map(cpu -> Path.of("/usr/lib/" + cpu + "-linux-gnu/libjemalloc.so.2"))
                .filter(Files::exists)
                .findFirst()
                .ifPresent(library -> process.environment().put("LD_PRELOAD", library.toString()));
    }
}
