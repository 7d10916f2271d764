package io.imagehandler.local.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imagehandler.local.FreePort;
import io.imagehandler.local.aws.AccessKey;
import io.imagehandler.local.aws.Endpoints;
import io.imagehandler.local.chaos.http.Client;
import io.imagehandler.local.service.ServiceJars;
import io.imagehandler.local.service.ServiceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/// A service as a process of its own, to be measured and to be sent signals.
public final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final int LINES_TOLD = 15;
    private static final String JSON = "io.imagehandler.config.logging.JsonLines";

    /// Ends what follows when its standard input does, which is ours. Not by an agent: with one, a
    /// JVM takes nothing from the cache of its image.
    private static final List<String> TIED =
            List.of(
                    "/bin/sh",
                    "-c",
                    "exec 3<&0; { cat <&3 >/dev/null; kill -9 $$; } & exec \"$@\" 3<&- </dev/null",
                    "sh");

    private final Process process;
    private final int port;
    private final int managementPort;
    private final Path log;
    private final long started;

    private ServiceProcess(Process process, int port, int managementPort, Path log) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
        this.started = System.nanoTime();
    }

    /// A signal by its name for `kill`.
    public enum Signal {
        TERM,
        KILL,
        STOP,
        CONT
    }

    /// Starts the on-demand service as it is shipped, and does not wait.
    ///
    /// @param log where its output goes, after what is there
    public static ServiceProcess onDemand(Endpoints endpoints, Launch launch, Path log)
            throws IOException, InterruptedException {
        var port = FreePort.any();
        var shipped = Shipped.onDemand();
        var command = new ArrayList<>(TIED);
        command.addAll(shipped.command(launch.flags()));
        return start(
                new Java(command, shipped.folder()),
                settings(endpoints).onDemand(port, FreePort.any()),
                launch.withVariables(shipped.allocator())
                        .with("logging.structured.format.console", JSON), // as deployed
                port,
                log);
    }

    /// Starts the worker, and does not wait.
    ///
    /// @param log where its output goes, after what is there
    public static ServiceProcess worker(Endpoints endpoints, Launch launch, Path log)
            throws IOException {
        var port = FreePort.any();
        return start(
                fromJar(ServiceJars.built().worker(), launch),
                settings(endpoints).worker(port),
                launch,
                port,
                log);
    }

    /// Starts a command of the worker, and does not wait.
    ///
    /// @param words the command and its arguments
    /// @param log where its output goes, after what is there
    public static Process command(Endpoints endpoints, List<String> words, Path log)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-jar", ServiceJars.built().worker().toString()));
        command.addAll(words);
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(settings(endpoints).worker(FreePort.any()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return builder.start();
    }

    private static ServiceSettings settings(Endpoints endpoints) {
        var libvips = System.getProperty("imagehandler.libvips", "");
        return new ServiceSettings(endpoints, AccessKey.LOCAL, "auto", libvips);
    }

    /// @param command up to the arguments of the service
    /// @param folder where it is started
    private record Java(List<String> command, Path folder) {}

    private static Java fromJar(Path jar, Launch launch) throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(launch.flags());
        command.add("-Djava.awt.headless=true");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-javaagent:" + ServiceJars.built().tether());
        command.add("-jar");
        command.add(jar.toString());
        return new Java(command, Path.of("").toAbsolutePath());
    }

    private static ServiceProcess start(
            Java java, Map<String, String> environment, Launch launch, int port, Path log)
            throws IOException {
        var managementPort = FreePort.any();
        var command = new ArrayList<>(launch.before());
        command.addAll(java.command());
        command.add("--management.server.port=" + managementPort);
        command.add("--management.server.address=127.0.0.1");
        launch.settings().forEach(setting -> command.add("--" + setting));
        var builder = new ProcessBuilder(command).directory(java.folder().toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(launch.environment());
        Files.createDirectories(log.toAbsolutePath().getParent());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new ServiceProcess(builder.start(), port, managementPort, log);
    }

    /// Where it serves.
    public int port() {
        return port;
    }

    /// Where it tells of itself.
    public int managementPort() {
        return managementPort;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Waits until `/health` says 200.
    ///
    /// @return how long it took since the start
    /// @throws IOException if it ends instead, or the time is up
    public Duration awaitReady(Duration atMost) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        try (var client = new Client(port, PATIENCE)) {
            while (!isReady(client)) {
                if (!isAlive() || System.nanoTime() > deadline) {
                    throw new IOException(
                            "not ready, %s:%n%s"
                                    .formatted(isAlive() ? "though alive" : "ended", tail()));
                }
                Thread.sleep(PAUSE);
            }
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /// Whether `/health` says 200.
    public static boolean isReady(Client client) {
        try {
            return client.get("/health").status() == 200;
        } catch (IOException _) {
            return false; // it does not listen
        }
    }

    /// Waits until it ends.
    ///
    /// @return its exit code; nothing if it is still there when the time is up
    public Optional<Integer> awaitEnd(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)
                ? Optional.of(process.exitValue())
                : Optional.empty();
    }

    /// How long it has run.
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /// @throws IOException if there is no such process any more
    public void send(Signal signal) throws IOException, InterruptedException {
        require("kill", "-" + signal, String.valueOf(pid()));
    }

    /// From now on it has as much of the processors as any other process.
    public void giveItsShare() throws IOException, InterruptedException {
        require("chrt", "--all-tasks", "--other", "--pid", "0", String.valueOf(pid()));
    }

    private void require(String... command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IOException(
                    "process %d is not there for %s".formatted(pid(), String.join(" ", command)));
        }
    }

    /// The time that processors have given to it since its start.
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /// Whether it has a file of such a name in its memory, the library of an allocator or a cache.
    public boolean maps(String name) throws IOException {
        try (var maps = Files.lines(Path.of("/proc", String.valueOf(pid()), "maps"))) {
            return maps.anyMatch(line -> line.contains(name));
        }
    }

    /// What is alive in its heap, in bytes, once all else was collected.
    public long liveHeap() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var histogram =
                new ProcessBuilder(jcmd, String.valueOf(pid()), "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        try (var lines = histogram.inputReader()) {
            // The last line: Total, objects, bytes.
            var total = lines.lines().filter(line -> line.startsWith("Total")).findFirst();
            return Long.parseLong(total.orElseThrow().strip().split("\\s+", 4)[2]);
        } finally {
            histogram.waitFor();
        }
    }

    /// What the system knows of it now.
    public ProcessFigures figures() throws IOException {
        return ProcessFigures.of(pid());
    }

    /// The sum of a metric over all its tags; nothing if the service does not tell it.
    ///
    /// @param name as Prometheus spells it, and a part of its tags, if any: `a_b_total{c="d"`
    public OptionalDouble metric(String name) throws IOException {
        try (var management = new Client(managementPort, PATIENCE)) {
            var answer = management.get("/actuator/prometheus");
            return answer.status() == 200
                    ? answer.text()
                            .lines()
                            .filter(line -> line.matches("\\Q" + name + "\\E[ {,}].*"))
                            .mapToDouble(line ->
                                    Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                            .reduce(Double::sum)
                    : OptionalDouble.empty();
        }
    }

    /// Where its output goes.
    public Path log() {
        return log;
    }

    /// All it has said.
    public String said() throws IOException {
        return new String(Files.readAllBytes(log), UTF_8);
    }

    private String tail() throws IOException {
        List<String> lines = said().lines().toList();
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()));
    }

    /// Ends it at once: it holds nothing that matters.
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
