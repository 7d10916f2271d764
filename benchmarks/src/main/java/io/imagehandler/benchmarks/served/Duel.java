package io.imagehandler.benchmarks.served;

import io.imagehandler.benchmarks.measure.ProcessMemory;
import io.imagehandler.benchmarks.measure.Ratio;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/// One server of several that do the same work in turn, and what was measured of it.
public final class Duel {

    private static final int CLIENTS = 4;
    private static final int REQUESTS = 60;
    private static final int WARM_UP = 1_200;
    private static final int OPEN = 240;
    private static final int IDLE_SECONDS = 20;

    private final Server server;
    private final IntFunction<URI> target;
    private final Clients clients;
    private final List<Double> cpu = new ArrayList<>();
    private final List<Double> rates = new ArrayList<>();
    private int asked;

    /// @param target what is asked for, another rendition for each number
    public Duel(Server server, IntFunction<URI> target, Clients clients) {
        this.server = server;
        this.target = target;
        this.clients = clients;
    }

    /// Has all do so many rounds, in turn.
    ///
    /// @throws IOException if one of them refuses a request
    public static void fight(List<Duel> duels, int rounds) throws IOException {
        for (Duel duel : duels) {
            duel.closed(WARM_UP);
        }
        for (int round = 0; round < rounds; round++) {
            for (Duel duel : round % 2 == 0 ? duels : duels.reversed()) {
                duel.round();
            }
            System.err.printf("\rHTTP: round %d of %d", round + 1, rounds);
        }
        System.err.printf("\r%40s\r", "");
    }

    public String name() {
        return server.name();
    }

    /// Processor time of a request in ms: the median of the rounds.
    public double cpu() {
        return median(cpu);
    }

    /// Pictures a second with 4 clients: the median of the rounds.
    public double rate() {
        return median(rates);
    }

    /// Processor time of a request, times that of another.
    public Ratio cpuAgainst(Duel other) {
        return Ratio.of(array(cpu), array(other.cpu));
    }

    /// What a load showed.
    ///
    /// @param memory that the process held when the last request was answered, in MiB
    /// @param later what it held 20 s later, in which nobody asked it for anything, in MiB
    public record Load(Clients.Latencies latencies, long memory, Future<Long> later) {

        /// What it held 20 s later, in MiB; waits until then.
        public long idle() throws IOException, InterruptedException {
            try {
                return later.get();
            } catch (ExecutionException e) {
                throw new IOException("nobody knows what it holds", e);
            }
        }
    }

    /// Requests that come evenly, at 0.8 of what it can do.
    public Load open() throws IOException {
        var latencies = clients.open(0.8 * rate(), OPEN, _ -> next());
        var later = new FutureTask<>(this::memory);
        CompletableFuture.delayedExecutor(IDLE_SECONDS, TimeUnit.SECONDS).execute(later);
        return new Load(latencies, memory(), later);
    }

    /// Has 8 pictures made at once, for a while.
    public void crowd() {
        clients.closed(8, 64, _ -> next());
    }

    private long memory() throws IOException {
        return ProcessMemory.now(server.process().pid());
    }

    /// The most that the process ever held, in MiB.
    public long peak() throws IOException {
        return ProcessMemory.peak(server.process().pid());
    }

    private void round() throws IOException {
        long before = used();
        long begin = System.nanoTime();
        closed(REQUESTS);
        rates.add(REQUESTS / ((System.nanoTime() - begin) / 1e9));
        cpu.add((used() - before) / 1e6 / REQUESTS);
    }

    private void closed(int requests) throws IOException {
        var seen = clients.closed(CLIENTS, requests, _ -> next());
        if (seen.refused() > 0) {
            throw new IOException(name() + " refused " + seen.refused() + " of " + requests);
        }
    }

    private synchronized URI next() {
        return target.apply(asked++ % Server.RENDITIONS);
    }

    private long used() {
        return server.process().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private static double median(List<Double> values) {
        return Ratio.median(array(values));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
