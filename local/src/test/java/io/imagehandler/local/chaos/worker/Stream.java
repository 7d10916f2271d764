package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.chaos.proxy.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.AbortedException;

/// Uploads without an end, always more than a worker can do, and how fast it gets them done.
final class Stream implements AutoCloseable {

    private static final int BACKLOG = 60;
    private static final Duration TICK = Duration.ofMillis(250);

    /// How many were done up to a moment.
    private record Sample(long at, long done) {}

    private final Workshop workshop;
    private final String prefix;
    private final List<Sample> samples = new ArrayList<>();
    private final Thread thread;
    private volatile boolean over;
    private int sent;

    private Stream(Workshop workshop, String prefix) {
        this.workshop = workshop;
        this.prefix = prefix;
        this.thread = Thread.ofVirtual().unstarted(this::run);
    }

    /// Begins to upload.
    ///
    /// @param prefix of the keys; one for each stream
    static Stream start(Workshop workshop, String prefix) {
        var stream = new Stream(workshop, prefix);
        stream.thread.start();
        return stream;
    }

    /// How many were done in a second, from then to then, in nanoseconds.
    synchronized double rate(long from, long to) {
        return (done(to) - done(from)) / ((to - from) / 1e9);
    }

    /// How long after a moment as many were done, in as much time, as at a rate. Until now at most.
    ///
    /// @param over the time that the rate is taken over
    synchronized Duration until(double rate, long moment, Duration over) {
        var now = System.nanoTime();
        for (var from = moment; from + over.toNanos() < now; from += TICK.toNanos()) {
            if (rate(from, from + over.toNanos()) >= rate) {
                return Duration.ofNanos(from - moment);
            }
        }
        return Duration.ofNanos(now - moment);
    }

    private long done(long at) {
        var done = 0L;
        for (var sample : samples) {
            if (sample.at() <= at) {
                done = sample.done();
            }
        }
        return done;
    }

    private void run() {
        try {
            while (!over) {
                sample();
                if (workshop.uploads().visible() < BACKLOG) {
                    send();
                }
                Thread.sleep(TICK);
            }
        } catch (InterruptedException | AbortedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What a worker stores last tells of the others.
    private synchronized void sample() {
        var last = Call.to("PUT", "/derived/_r/m/" + prefix);
        samples.add(new Sample(System.nanoTime(), workshop.aws().s3().count(last)));
    }

    private void send() {
        var events = new ArrayList<String>();
        for (var number = 0; number < BACKLOG / 2; number++) {
            var key = "%s%05d.jpg".formatted(prefix, sent);
            workshop.originals().put(key, Pictures.of(sent));
            events.add(Events.created(key));
            sent++;
        }
        workshop.uploads().send(events);
    }

    int sent() {
        return sent;
    }

    /// Ends once the events of all that was uploaded are sent.
    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
