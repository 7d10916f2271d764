package io.imagehandler.local.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One of the services, as a process. Its output goes to a file.
public final class Service implements AutoCloseable {

    private static final int LINES_TOLD = 20;
    private static final int SECONDS_TO_END = 15;

    private final String name;
    private final Process process;
    private final Path log;
    private volatile boolean closing;

    private Service(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /// Starts the service with the JVM that runs this.
    static Service start(
            String name, Path jar, Path tether, Map<String, String> environment, Path log)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var java = ProcessHandle.current().info().command().orElse("java");
        var builder =
                new ProcessBuilder(
                        java,
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-javaagent:" + tether,
                        "-jar",
                        jar.toString());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new Service(name, builder.start(), log);
    }

    public String name() {
        return name;
    }

    /// Where its output goes.
    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Has the listener called if the service ends without being asked to.
    public void onDeath(Consumer<ServiceDied> listener) {
        var _ =
                process.onExit()
                        .thenRun(() -> {
                            if (!closing) {
                                listener.accept(died());
                            }
                        });
    }

    /// What to say of its end: the exit code and the last lines of its output.
    ServiceDied died() {
        return new ServiceDied(
                "%s ended with code %d; the last it said (all of it is in %s):%n%s"
                        .formatted(name, process.exitValue(), log, String.join("\n", lastLines())));
    }

    private List<String> lastLines() {
        try {
            var lines = Files.readAllLines(log, UTF_8);
            return lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size());
        } catch (MalformedInputException e) {
            return List.of("its output is no text");
        } catch (IOException e) {
            return List.of("its output cannot be read: " + e);
        }
    }

    /// Asks the service to end what it is at, and ends it after 15 s.
    @Override
    public void close() {
        ask();
        try {
            if (process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    /// Asks the service to end, without waiting.
    void ask() {
        closing = true;
        process.destroy();
    }

    static URI health(int port) {
        return URI.create("http://127.0.0.1:%d/health".formatted(port));
    }
}
