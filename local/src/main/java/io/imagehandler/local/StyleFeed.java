package io.imagehandler.local;

import io.imagehandler.local.dynamodb.StyleRow;
import io.imagehandler.local.dynamodb.StyleTable;
import io.imagehandler.local.edge.KeyValueStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The edge's key value store, made of the styles table whenever it is read: what a publisher keeps
/// in step in the cloud. A change is seen after half a second at most.
final class StyleFeed implements KeyValueStore {

    private static final String PREFIX = "style:";
    private static final Duration FRESH = Duration.ofMillis(500);

    private final StyleTable table;
    private Map<String, String> values = Map.of();
    private Instant readAt = Instant.MIN;

    StyleFeed(StyleTable table) {
        this.table = table;
    }

    @Override
    public synchronized Optional<String> get(String key) {
        if (readAt.plus(FRESH).isBefore(Instant.now())) {
            values =
                    table.rows().stream()
                            .collect(
                                    Collectors.toMap(row -> PREFIX + row.name(), StyleFeed::value));
            readAt = Instant.now();
        }
        return Optional.ofNullable(values.get(key));
    }

    private static String value(StyleRow row) {
        var formats =
                row.formats().stream()
                        .filter(format -> format.matches("[a-z]+"))
                        .sorted()
                        .collect(Collectors.joining("\",\"", "[\"", "\"]"));
        return "{\"v\":%d,\"formats\":%s}"
                .formatted(row.version(), row.formats().isEmpty() ? "[]" : formats);
    }
}
