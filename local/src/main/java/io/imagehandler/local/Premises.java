package io.imagehandler.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/// The folder and the ports, which are made sure of before anything starts. Holds the folder, so
/// that nobody else uses it meanwhile.
final class Premises implements AutoCloseable {

    private final FileChannel lock;

    private Premises(FileChannel lock) {
        this.lock = lock;
    }

    /// @throws Refusal naming the setting, if a port is taken or the folder cannot be used
    static Premises take(Settings settings) {
        settings.ports().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(port -> requireFree(port.getKey(), port.getValue()));
        return new Premises(lock(settings.data()));
    }

    private static void requireFree(String name, int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            socket.setReuseAddress(true);
        } catch (IOException _) {
            throw new Refusal(
                    "Port %d of %s is taken: end what listens there, or choose another, as in %s=%d"
                            .formatted(port, name, name, port < 65_000 ? port + 100 : port - 100));
        }
    }

    private static FileChannel lock(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
            channel.close();
        } catch (OverlappingFileLockException _) {
            throw inUse(folder);
        } catch (IOException e) {
            throw new Refusal("The folder %s of --data cannot be used: %s".formatted(folder, e));
        }
        throw inUse(folder);
    }

    private static Refusal inUse(Path folder) {
        return new Refusal(
                "The folder %s of --data is in use by another start: end it, or choose another"
                        .formatted(folder));
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
