package io.imagehandler.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Keeps what the stand-ins for AWS say out of the user's sight: in a file.
final class EmulatorLogs {

    /// Tells of every condition that did not hold, with its stack; most writes of attempts have
    /// one.
    private static final String TALKATIVE =
            "software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler";

    private EmulatorLogs() {}

    /// Must come before anything logs.
    static void to(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        System.setProperty("org.slf4j.simpleLogger.logFile", file.toString());
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("org.slf4j.simpleLogger.log." + TALKATIVE, "error");
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("polyglot.engine.WarnInterpreterOnly", "false");
    }
}
