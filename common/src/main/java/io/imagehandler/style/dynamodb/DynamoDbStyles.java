package io.imagehandler.style.dynamodb;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.style.Style;
import io.imagehandler.style.StyleName;
import io.imagehandler.style.Styles;
import io.imagehandler.style.StylesNotLoaded;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Styles as of the last time that the whole table could be read, which is tried every few seconds,
/// for ever. Safe for use by many threads.
///
/// A table that cannot be read leaves the last styles in force for as long as is allowed; an item
/// that is not a style is left out, and said to be in one line of the log until it changes.
public final class DynamoDbStyles implements Styles, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DynamoDbStyles.class);

    /// A table that could not be read is tried again no later than this.
    private static final Duration LONGEST_PAUSE_OF_FAILING = Duration.ofSeconds(4);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Times times;
    private final CountDownLatch closed = new CountDownLatch(1);

    private volatile @Nullable Snapshot snapshot;

    /// The items that were reported already; used by the one thread that refreshes.
    private final Set<Map<String, AttributeValue>> reported = new HashSet<>();

    private boolean failing;

    /// @param refresh the time between two readings; more than zero
    /// @param maxAge how long styles are in force that cannot be read anew
    public record Times(Duration refresh, Duration maxAge) {}

    /// @param readAt as [System#nanoTime]
    private record Snapshot(Map<String, Style> styles, int leftOut, long readAt) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - readAt);
        }
    }

    /// Begins to read the table and goes on until it is closed.
    public static DynamoDbStyles reading(DynamoDbClient dynamoDb, String table, Times times) {
        var styles = new DynamoDbStyles(dynamoDb, table, times);
        Thread.ofVirtual().name("styles").start(styles::refreshForEver);
        return styles;
    }

    private DynamoDbStyles(DynamoDbClient dynamoDb, String table, Times times) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.times = times;
    }

    @Override
    public Optional<Style> find(StyleName name) {
        return Optional.ofNullable(inForce().get(name.value()));
    }

    @Override
    public List<Style> all() {
        return List.copyOf(inForce().values());
    }

    @Override
    public boolean isLoaded() {
        return snapshot != null;
    }

    @Override
    public Optional<Duration> age() {
        return Optional.ofNullable(snapshot).map(Snapshot::age);
    }

    @Override
    public int leftOut() {
        Snapshot last = snapshot;
        return last == null ? 0 : last.leftOut();
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private Map<String, Style> inForce() {
        Snapshot last = snapshot;
        if (last == null || last.age().compareTo(times.maxAge()) > 0) {
            throw new StylesNotLoaded();
        }
        return last.styles();
    }

    private void refreshForEver() {
        try {
            do {
                refresh();
            } while (!closed.await(pause().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause() {
        boolean soon = failing && times.refresh().compareTo(LONGEST_PAUSE_OF_FAILING) > 0;
        return soon ? LONGEST_PAUSE_OF_FAILING : times.refresh();
    }

    private void refresh() {
        try {
            Snapshot read = read();
            Snapshot last = snapshot;
            if (last == null || !last.styles().equals(read.styles())) {
                LOG.info("styles: {}", read.styles().keySet());
            }
            snapshot = read;
            failing = false;
        } catch (SdkException failure) {
            if (!failing) {
                LOG.warn("the styles cannot be read, the last ones stay: {}", failure.getMessage());
            }
            failing = true;
        } catch (RuntimeException defect) {
            // Thrown on, it would end the one thread that reads.
            if (closed.getCount() > 0) {
                LOG.error("the styles cannot be read, the last ones stay", defect);
            }
            failing = true;
        }
    }

    private Snapshot read() {
        long begun = System.nanoTime();
        var styles = new TreeMap<String, Style>();
        var bad = new HashSet<Map<String, AttributeValue>>();
        for (var attributes : dynamoDb.scanPaginator(scan -> scan.tableName(table)).items()) {
            var item = new StyleItem(attributes);
            try {
                Style style = item.style();
                styles.put(style.name().value(), style);
            } catch (IllegalArgumentException | ImageFailure reason) {
                bad.add(attributes);
                report(item, reason);
            }
        }
        reported.retainAll(bad);
        return new Snapshot(styles, bad.size(), begun);
    }

    private void report(StyleItem item, RuntimeException reason) {
        if (reported.add(item.attributes())) {
            LOG.warn("style '{}' is left out: {}", item.id(), reason.getMessage());
        }
    }
}
