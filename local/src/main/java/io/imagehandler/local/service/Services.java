package io.imagehandler.local.service;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Both services, each a process of its own.
public final class Services implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Ports ports;
    private final Running onDemand;
    private final Running worker;

    private record Running(Service service, int port) {}

    private Services(Ports ports, Running onDemand, Running worker) {
        this.ports = ports;
        this.onDemand = onDemand;
        this.worker = worker;
    }

    /// Where they listen: pictures, what operators are told, and the worker's health.
    public record Ports(int onDemand, int management, int worker) {

        /// Where the on-demand service listens.
        public URI pictures() {
            return URI.create("http://127.0.0.1:" + onDemand);
        }
    }

    /// Starts both, and does not wait.
    ///
    /// @param logs the folder that their output goes to
    public static Services start(ServiceSettings settings, Ports ports, Path logs)
            throws IOException {
        var jars = ServiceJars.built();
        var onDemand =
                Service.start(
                        "on-demand",
                        jars.onDemand(),
                        jars.tether(),
                        settings.onDemand(ports.onDemand(), ports.management()),
                        logs.resolve("on-demand.log"));
        var worker =
                Service.start(
                        "renditions-worker",
                        jars.worker(),
                        jars.tether(),
                        settings.worker(ports.worker()),
                        logs.resolve("renditions-worker.log"));
        return new Services(
                ports,
                new Running(onDemand, ports.onDemand()),
                new Running(worker, ports.worker()));
    }

    /// Returns once both say that they are ready.
    ///
    /// @throws ServiceDied if one ends instead, or is not ready after 3 minutes
    public void awaitReady() throws InterruptedException {
        var deadline = Instant.now().plus(LONGEST_START);
        try (var client = HttpClient.newBuilder().proxy(ProxySelector.of(null)).build()) {
            for (var running : List.of(onDemand, worker)) {
                while (!isReady(client, Service.health(running.port()))) {
                    requireHope(running.service(), deadline);
                    Thread.sleep(PAUSE);
                }
            }
        }
    }

    /// What the worker counts, for Prometheus.
    public URI workerFigures() {
        return URI.create("http://127.0.0.1:%d/actuator/prometheus".formatted(worker.port()));
    }

    /// Has the listener called if one of them ends without being asked to.
    public void onDeath(Consumer<ServiceDied> listener) {
        onDemand.service().onDeath(listener);
        worker.service().onDeath(listener);
    }

    /// Where they listen.
    public Ports ports() {
        return ports;
    }

    public boolean areAlive() {
        return onDemand.service().isAlive() && worker.service().isAlive();
    }

    @Override
    public void close() {
        onDemand.service().ask();
        worker.service().ask();
        onDemand.service().close();
        worker.service().close();
    }

    private static void requireHope(Service service, Instant deadline) {
        if (!service.isAlive()) {
            throw service.died();
        }
        if (Instant.now().isAfter(deadline)) {
            throw new ServiceDied(
                    "%s is not ready after %d s; what it says is in %s"
                            .formatted(service.name(), LONGEST_START.toSeconds(), service.log()));
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
