package io.imagehandler.local;

import io.imagehandler.local.notice.NoticeServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Shows what the worker tells applications and caches: events on the terminal and in the file, and
/// in the file what caches forget. Safe for use by many threads.
final class Notices {

    /// In the folder of the logs.
    static final String FILE = "notices.log";

    private final Path file;

    Notices(Path logs) throws IOException {
        file = Files.createDirectories(logs).resolve(FILE);
    }

    void show(NoticeServer.Event event) {
        IO.println("event    %s  %s".formatted(event.type(), event.original()));
        write(event.type() + " " + event.detail());
    }

    void forgets(String path) {
        write("invalidated " + path);
    }

    private synchronized void write(String line) {
        try {
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
