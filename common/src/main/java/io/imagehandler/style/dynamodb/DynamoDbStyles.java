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

/// Styles as of the last time that the whole table could be read, which is tried every few seconds.
/// Safe for use by many threads.
///
/// A table that cannot be read leaves the last styles in force; an item that is not a style is left
/// out, and said to be in one line of the log until it changes.
public final class DynamoDbStyles implements Styles, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DynamoDbStyles.class);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final CountDownLatch closed = new CountDownLatch(1);

    private volatile @Nullable Map<String, Style> snapshot;

    /// The items that were reported already; used by the one thread that refreshes.
    private final Set<Map<String, AttributeValue>> reported = new HashSet<>();

    private boolean failing;

    /// Begins to read the table and goes on until it is closed.
    ///
    /// @param refresh the time between two readings; more than zero
    public static DynamoDbStyles reading(DynamoDbClient dynamoDb, String table, Duration refresh) {
        var styles = new DynamoDbStyles(dynamoDb, table);
        Thread.ofVirtual().name("styles").start(() -> styles.refreshEvery(refresh));
        return styles;
    }

    private DynamoDbStyles(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Style> find(StyleName name) {
        return Optional.ofNullable(loaded().get(name.value()));
    }

    @Override
    public List<Style> all() {
        return List.copyOf(loaded().values());
    }

    @Override
    public boolean isLoaded() {
        return snapshot != null;
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void refreshEvery(Duration pause) {
        try {
            do {
                refresh();
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Style> loaded() {
        Map<String, Style> styles = snapshot;
        if (styles == null) {
            throw new StylesNotLoaded();
        }
        return styles;
    }

    private void refresh() {
        try {
            Map<String, Style> styles = read();
            if (!styles.equals(snapshot)) {
                LOG.info("styles: {}", styles.keySet());
            }
            snapshot = styles;
            failing = false;
        } catch (SdkException failure) {
            if (!failing) {
                LOG.warn("the styles cannot be read, the last ones stay: {}", failure.getMessage());
            }
            failing = true;
        }
    }

    private Map<String, Style> read() {
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
        return styles;
    }

    private void report(StyleItem item, RuntimeException reason) {
        if (reported.add(item.attributes())) {
            LOG.warn("style '{}' is left out: {}", item.id(), reason.getMessage());
        }
    }
}
