package io.imagehandler.local.service;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Both services: processes of ours, or somebody else's.
public final class Services implements AutoCloseable {

    private static final String ON_DEMAND = "on-demand";
    private static final String WORKER = "renditions-worker";
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Ports ports;
    private final List<Service> processes;

    private Services(Ports ports, List<Service> processes) {
        this.ports = ports;
        this.processes = List.copyOf(processes);
    }

    /// Where they listen: pictures, what operators are told, and the worker's health.
    public record Ports(int onDemand, int management, int worker) {

        /// Where the on-demand service listens.
        public URI pictures() {
            return URI.create("http://127.0.0.1:" + onDemand);
        }

        private Map<String, Integer> health() {
            return Map.of(ON_DEMAND, onDemand, WORKER, worker);
        }
    }

    /// Who runs them.
    public interface Host {

        /// Starts both, or leaves it to others, and does not wait.
        Services start(ServiceSettings settings, Ports ports) throws IOException;
    }

    /// Each is a process of its own that ends with this one.
    ///
    /// @param logs the folder that their output goes to
    public static Host processes(Path logs) {
        return (settings, ports) -> {
            var jars = ServiceJars.built();
            var onDemand =
                    Service.start(
                            ON_DEMAND,
                            jars.onDemand(),
                            jars.tether(),
                            settings.onDemand(ports.onDemand(), ports.management()),
                            logs.resolve(ON_DEMAND + ".log"));
            var worker =
                    Service.start(
                            WORKER,
                            jars.worker(),
                            jars.tether(),
                            settings.worker(ports.worker()),
                            logs.resolve(WORKER + ".log"));
            return new Services(ports, List.of(onDemand, worker));
        };
    }

    /// Somebody else starts them, with the variables that are left in `on-demand.env` and
    /// `renditions-worker.env`, one a line, as containers take them.
    ///
    /// @param folder where these files are put
    public static Host others(Path folder) {
        return (settings, ports) -> {
            write(
                    folder.resolve(ON_DEMAND + ".env"),
                    settings.onDemand(ports.onDemand(), ports.management()));
            write(folder.resolve(WORKER + ".env"), settings.worker(ports.worker()));
            return new Services(ports, List.of());
        };
    }

    /// Only what is about the services. Whole or not at all, for others wait for it.
    private static void write(Path file, Map<String, String> variables) throws IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.write(
                unfinished,
                variables.entrySet().stream()
                        .filter(variable -> variable.getKey().matches("(AWS|SPRING)_.*"))
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .sorted()
                        .toList());
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Returns once both say that they are ready, however long others take to start them.
    ///
    /// @throws ServiceDied if one of our processes ends instead, or is not ready after 3 minutes
    public void awaitReady() throws InterruptedException {
        var deadline = Instant.now().plus(LONGEST_START);
        try (var client = HttpClient.newBuilder().proxy(ProxySelector.of(null)).build()) {
            for (var service : ports.health().entrySet()) {
                while (!isReady(client, Service.health(service.getValue()))) {
                    requireHope(service.getKey(), deadline);
                    Thread.sleep(PAUSE);
                }
            }
        }
    }

    /// What the worker counts, for Prometheus.
    public URI workerFigures() {
        return URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(ports.worker()));
    }

    /// Has the listener called if one of our processes ends without being asked to.
    public void onDeath(Consumer<ServiceDied> listener) {
        processes.forEach(process -> process.onDeath(listener));
    }

    /// Where they listen.
    public Ports ports() {
        return ports;
    }

    /// Whether all of our processes run.
    public boolean areAlive() {
        return processes.stream().allMatch(Service::isAlive);
    }

    @Override
    public void close() {
        processes.forEach(Service::ask);
        processes.forEach(Service::close);
    }

    private void requireHope(String name, Instant deadline) {
        for (var process : processes) {
            if (!process.isAlive()) {
                throw process.died();
            }
            if (process.name().equals(name) && Instant.now().isAfter(deadline)) {
                throw new ServiceDied(
                        "%s is not ready after %d s; what it says is in %s"
                                .formatted(name, LONGEST_START.toSeconds(), process.log()));
            }
        }
    }

    private static boolean isReady(HttpClient client, URI health) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false; // it does not listen yet
        }
    }
}
