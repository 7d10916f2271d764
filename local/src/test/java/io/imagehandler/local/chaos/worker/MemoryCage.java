package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.chaos.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A control group whose processes the system ends when they take too much memory.
final class MemoryCage implements AutoCloseable {

    private static final Path FIRST = Path.of("/sys/fs/cgroup/memory");
    private static final Path SECOND = Path.of("/sys/fs/cgroup");

    private final Path folder;

    private MemoryCage(Path folder) {
        this.folder = folder;
    }

    /// @param megabytes that all processes in it may hold together
    /// @return nothing where this user may not make one
    static Optional<MemoryCage> of(int megabytes) {
        var isFirst = Files.isDirectory(FIRST);
        var cage = (isFirst ? FIRST : SECOND).resolve("chaos-" + ProcessHandle.current().pid());
        try {
            Files.createDirectory(cage);
            Files.writeString(
                    cage.resolve(isFirst ? "memory.limit_in_bytes" : "memory.max"),
                    String.valueOf((long) megabytes << 20));
            return Optional.of(new MemoryCage(cage));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// The same, in here.
    Launch around(Launch launch) {
        var enter = "echo $$ > " + folder.resolve("cgroup.procs") + " && exec \"$@\"";
        return new Launch(
                List.of("/bin/sh", "-c", enter, "cage"),
                launch.flags(),
                launch.environment(),
                launch.settings());
    }

    /// Once all its processes are gone.
    @Override
    public void close() throws IOException {
        Files.delete(folder);
    }
}
