package io.imagehandler.benchmarks.s3;

import io.imagehandler.benchmarks.measure.ProcessMemory;
import io.imagehandler.benchmarks.measure.ProcessorClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The process of one client. Its first line says, once S3 has answered it for the first time, what
/// the process had taken until then and held before it had a client. Then it does as many mixes as
/// a line asks for.
final class Calling {

    private static final int AT_ONCE = 8;
    private static final int RENDITION = 60_000;

    private final long pid = ProcessHandle.current().pid();
    private final ProcessorClock clock = new ProcessorClock();
    private final AtomicInteger stored = new AtomicInteger();
    private final ByteBuffer rendition = ByteBuffer.allocate(RENDITION).asReadOnlyBuffer();
    private final Calls calls;

    private Calling(Calls calls) {
        this.calls = calls;
    }

    /// @param arguments the name of a [Library]
    public static void main(String[] arguments) throws IOException {
        long empty = ProcessMemory.now(ProcessHandle.current().pid());
        try (var calls = Library.valueOf(arguments[0]).open()) {
            calls.head();
            var calling = new Calling(calls);
            System.out.println(new Mixes(calling.used(), empty, List.of()).line());
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(calling.mixes(Integer.parseInt(line)).line());
            }
        }
    }

    private long used() {
        return clock.nanos() / 1_000;
    }

    private Mixes mixes(int count) throws IOException {
        var latencies = new ConcurrentLinkedQueue<Long>();
        var next = new AtomicInteger();
        long before = used();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                threads.execute(() -> {
                    while (next.getAndIncrement() < count) {
                        latencies.add(mix());
                    }
                });
            }
        }
        if (latencies.size() < count) {
            throw new IOException("S3 refused " + (count - latencies.size()) + " mixes");
        }
        return new Mixes((used() - before) / count, ProcessMemory.now(pid), List.copyOf(latencies));
    }

    /// How long one took, in microseconds.
    private long mix() {
        long begun = System.nanoTime();
        calls.mix("mix/%d/%d".formatted(pid, stored.getAndIncrement()), rendition.duplicate());
        return (System.nanoTime() - begun) / 1_000;
    }
}
