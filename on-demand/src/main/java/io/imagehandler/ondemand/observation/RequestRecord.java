package io.imagehandler.ondemand.observation;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What will be told of one request, gathered while it is served. Made at the very outside, so that
/// requests that no other code of ours sees have one too.
///
/// [#current] finds it on the thread of the request. Who goes on with a request on another thread
/// takes it along. Safe for use by many threads.
public final class RequestRecord {

    private static final ThreadLocal<RequestRecord> CURRENT = new ThreadLocal<>();

    private final String requestId =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    private final long begun = System.nanoTime();
    private final Map<Phase, Long> phases = new EnumMap<>(Phase.class);

    private Kind kind = Kind.REFUSED;
    private String key = "";
    private String asked = "";
    private String tag = "";
    private String code = "";
    private String engine = "";
    private String sourceFormat = "";
    private String format = "";
    private long bytesIn;
    private long pixels;
    private int attempts;
    private boolean joined;
    private @Nullable Throwable cause;

    /// What a request is after.
    public enum Kind {
        ORIGINAL,
        STYLE,
        AD_HOC,
        QUERY,
        /// Nobody knows: it was refused before it was understood.
        REFUSED;

        /// In logs and metrics.
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// What a request spends its time on.
    public enum Phase {
        /// For a place, memory or a thread.
        WAIT,
        /// Reading the original and the pictures of watermarks.
        FETCH,
        /// Inspecting, planning, decoding, encoding; libvips does not tell these apart.
        RENDER,
        /// Storing what was made, where the answer waits for it.
        STORE;

        /// In logs.
        String field() {
            return name().toLowerCase(Locale.ROOT) + "Ms";
        }
    }

    /// The record of the request that this thread serves. One that nobody will read where it serves
    /// none, so that no code needs a request.
    public static RequestRecord current() {
        RequestRecord record = CURRENT.get();
        return record == null ? new RequestRecord() : record;
    }

    /// Makes this the current record of this thread until it is closed.
    Bound bind() {
        CURRENT.set(this);
        return CURRENT::remove;
    }

    /// A thread's hold of its record.
    interface Bound extends AutoCloseable {
        @Override
        void close();
    }

    /// 16 hexadecimal digits, made by us and never the client's; in the log, in the header
    /// `X-Request-Id` of every answer, and in the body of every error.
    public String requestId() {
        return requestId;
    }

    /// @param what the name of the style, or the canonical text; empty for an original
    public synchronized void asked(Kind kind, OriginalKey key, String what) {
        this.kind = kind;
        this.key = key.value();
        this.asked = what;
    }

    /// @param bytes of the original, as they were read
    public synchronized void read(EntityTag tag, long bytes) {
        this.tag = tag.value();
        this.bytesIn = bytes;
    }

    /// @param format of the original, for example `jpeg`
    /// @param pixels width x height x frames
    public synchronized void inspected(String format, long pixels) {
        this.sourceFormat = format;
        this.pixels = pixels;
    }

    /// @param engine its version
    /// @param format of what was made
    public synchronized void rendered(String engine, String format) {
        this.engine = engine;
        this.format = format;
    }

    /// @param code the word for programs in the answer
    public synchronized void refused(String code) {
        this.code = code;
    }

    /// @param cause what the answer does not say
    public synchronized void failedBy(Throwable cause) {
        this.cause = cause;
    }

    /// It is answered with what another request was making.
    public synchronized void joined() {
        this.joined = true;
    }

    /// It makes, or makes again, what was asked for.
    public synchronized void attempted() {
        attempts++;
    }

    /// Adds to what the phase took.
    public synchronized void took(Phase phase, Duration time) {
        phases.merge(phase, time.toNanos(), Long::sum);
    }

    /// Does the work of that phase, whatever comes of it.
    public <T> T timed(Phase phase, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            took(phase, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /// What is known now.
    synchronized Told told() {
        return new Told(
                requestId,
                kind,
                key,
                asked,
                tag,
                code,
                engine,
                new Told.Formats(sourceFormat, format),
                new Told.Numbers(bytesIn, pixels, attempts, joined),
                Map.copyOf(phases),
                Duration.ofNanos(System.nanoTime() - begun),
                cause);
    }
}
