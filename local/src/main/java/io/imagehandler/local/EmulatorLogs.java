package io.imagehandler.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps what the stand-ins for AWS say out of the user's sight: in a file.
final class EmulatorLogs {

    private EmulatorLogs() {}

    /// Must come before anything logs.
    static void to(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        System.setProperty("org.slf4j.simpleLogger.logFile", file.toString());
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("polyglot.engine.WarnInterpreterOnly", "false");
    }
}
