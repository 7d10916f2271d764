package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.aws.Names;
import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Photos;
import io.imagehandler.local.s3.ObjectChange;
import io.imagehandler.local.s3.ObjectChange.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// When uploads are ready: a manifest is the last thing that a pass writes. And how often each
/// rendition was written. Safe for use by many threads.
final class Readiness {

    private static final String MANIFEST = "_r/m/";
    private static final String RENDITION = "_r/s/";
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Map<String, Long> ready = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> writes = new ConcurrentHashMap<>();

    /// To be told of every change in S3.
    void saw(ObjectChange change) {
        if (!change.bucket().equals(Names.DERIVED) || change.kind() != Kind.PUT) {
            return;
        }
        if (change.key().startsWith(MANIFEST)) {
            ready.put(change.key().substring(MANIFEST.length()), System.nanoTime());
        } else if (change.key().startsWith(RENDITION)) {
            writes.computeIfAbsent(change.key(), _ -> new AtomicInteger()).incrementAndGet();
        }
    }

    /// How many originals under the prefix are ready.
    long ready(String prefix) {
        return ready.keySet().stream().filter(key -> key.startsWith(prefix)).count();
    }

    /// How many renditions under the prefix of their originals were ever written.
    long renditions(String prefix) {
        return writes.keySet().stream().filter(path -> path.startsWith(RENDITION + prefix)).count();
    }

    /// How many writes there were beyond the first of each.
    long repeated(String prefix) {
        return writes.entrySet().stream()
                .filter(one -> one.getKey().startsWith(RENDITION + prefix))
                .mapToLong(one -> one.getValue().get() - 1L)
                .sum();
    }

    /// Uploads so many small photos, one each `gap`, and waits for all of them.
    ///
    /// @return the times from the end of each upload until it was ready, in milliseconds, sorted
    List<Double> upload(FaultyAws aws, String prefix, int number, Duration gap)
            throws IOException, InterruptedException {
        var stored = new ArrayList<Long>();
        long turn = System.nanoTime();
        for (var i = 0; i < number; i++) {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, turn - System.nanoTime()));
            turn += gap.toNanos();
            aws.upload(prefix + i + ".jpg", Photos.small(i));
            stored.add(System.nanoTime());
        }
        var times = new ArrayList<Double>();
        for (var i = 0; i < number; i++) {
            times.add((await(prefix + i + ".jpg") - stored.get(i)) / 1e6);
        }
        times.sort(null);
        return times;
    }

    private long await(String key) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!ready.containsKey(key) && System.nanoTime() < deadline) {
            Thread.sleep(LOOK);
        }
        return ready.getOrDefault(key, System.nanoTime());
    }
}
