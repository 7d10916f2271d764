package io.imagehandler.ondemand.process;

import io.imagehandler.ondemand.OnDemandApplication;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The service as a process of its own, started by its `main`.
final class ServiceProcess implements AutoCloseable {

    static final String SECRET = "not-for-anybody-else-0123456789-0123456789";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private ServiceProcess(Process process, Path log, int port, int managementPort) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
    }

    /// @param folder for its log
    static ServiceProcess start(TinyAws aws, Path folder, String... settings) throws IOException {
        int port = freePort();
        int managementPort = freePort();
        Path log = Files.createTempFile(folder, "service", ".log");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath(),
                                OnDemandApplication.class.getName(),
                                "--server.port=" + port,
                                "--management.server.port=" + managementPort,
                                "--image-handler.originals-bucket=originals",
                                "--image-handler.derived-bucket=derived",
                                "--image-handler.style-table=styles",
                                "--image-handler.attempt-table=attempts",
                                "--image-handler.memory-budget=400MB",
                                "--image-handler.engine=thumbnailator"));
        // One that is given twice would be a list of both.
        command.removeIf(
                given -> Stream.of(settings).anyMatch(other -> name(given).equals(name(other))));
        command.addAll(List.of(settings));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "AWS_REGION",
                                "eu-central-1",
                                "AWS_ACCESS_KEY_ID",
                                "AKIA" + SECRET,
                                "AWS_SECRET_ACCESS_KEY",
                                "aws-" + SECRET,
                                "AWS_ENDPOINT_URL",
                                aws.endpoint(),
                                "SPRING_APPLICATION_JSON",
                                "{\"image-handler.signing.keys.k1\":\"signing-%s\"}"
                                        .formatted(SECRET)));
        return new ServiceProcess(builder.start(), log, port, managementPort);
    }

    /// The status of a GET, or 0 if there is no connection.
    int status(String target) throws InterruptedException {
        try {
            return get(port, target).statusCode();
        } catch (IOException noConnection) {
            return 0;
        }
    }

    HttpResponse<String> get(String target) throws IOException, InterruptedException {
        return get(port, target);
    }

    HttpResponse<String> manage(String target) throws IOException, InterruptedException {
        return get(managementPort, target);
    }

    /// Sends SIGTERM.
    void terminate() {
        process.destroy();
    }

    /// @return the exit code
    int awaitEnd(Duration longest) throws InterruptedException {
        if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the service still runs after " + longest);
        }
        return process.exitValue();
    }

    /// What it has spent of all processors' time.
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    private HttpResponse<String> get(int at, String target)
            throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + at + target);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
        process.destroyForcibly();
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('=') + 1);
    }

    /// Ours without the tests' own classes, among which is another wiring of the service.
    private static String classPath() {
        String ours =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(ours.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
