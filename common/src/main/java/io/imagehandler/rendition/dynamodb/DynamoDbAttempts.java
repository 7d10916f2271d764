package io.imagehandler.rendition.dynamodb;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Attempts.Opening.Busy;
import io.imagehandler.rendition.convergence.Attempts.Opening.Ours;
import io.imagehandler.rendition.convergence.Attempts.Opening.Unfit;
import io.imagehandler.rendition.convergence.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Attempts in a table whose partition key is `key`, see [AttemptItem]. Every call fails as the SDK
/// does if DynamoDB is away.
public final class DynamoDbAttempts implements Attempts {

    private static final Duration KEPT = Duration.ofDays(30);

    private static final String OF_NEW_BYTES =
            "attribute_not_exists(#key) OR (attribute_exists(#etag) AND #etag <> :etag)";
    private static final String AS_SEEN = "#etag = :etag AND #state = :seen AND #renewedAt = :at";
    private static final String OF_NO_BYTES =
            "attribute_exists(#key) AND attribute_not_exists(#etag)";
    private static final String OURS = "#state = :open AND #worker = :worker";
    private static final String OURS_OF_BYTES = OURS + " AND #etag = :etag";

    private static final String OPEN =
            "SET #etag = :etag, #state = :open, #worker = :worker, #renewedAt = :now,"
                    + " #engine = :engine, #crashes = :crashes, #failures = :failures,"
                    + " #expiresAt = :expiry REMOVE #reason, #detail, #failure";
    private static final String CLOSE =
            "SET #state = :closed, #failures = :zero, #expiresAt = :expiry REMOVE #failure";
    private static final String REJECT =
            "SET #state = :rejected, #failures = :zero, #reason = :reason, #detail = :detail,"
                    + " #expiresAt = :expiry REMOVE #failure";
    private static final String FAIL =
            "SET #failures = if_not_exists(#failures, :zero) + :one, #failure = :failure,"
                    + " #expiresAt = :expiry, #state = ";

    private final AttemptTable table;
    private final String worker;
    private final String engine;
    private final Duration stale;
    private final InstantSource clock;

    /// @param worker tells this process from all others, now and later
    /// @param engine tells engines and limits apart: a rejection stands for one of them only
    /// @param stale as [Attempts#STALE]
    public DynamoDbAttempts(
            DynamoDbClient dynamoDb, String table, String worker, String engine, Duration stale) {
        this(dynamoDb, table, worker, engine, stale, InstantSource.system());
    }

    /// The same with another clock.
    public DynamoDbAttempts(
            DynamoDbClient dynamoDb,
            String table,
            String worker,
            String engine,
            Duration stale,
            InstantSource clock) {
        this.table = new AttemptTable(dynamoDb, table);
        this.worker = worker;
        this.engine = engine;
        this.stale = stale;
        this.clock = clock;
    }

    @Override
    public Opening open(OriginalKey key, EntityTag tag) {
        try {
            table.write(key, OPEN, OF_NEW_BYTES, opening(tag, 0, 0));
            return new Ours(0);
        } catch (ConditionalCheckFailedException known) {
            return take(key, tag, new AttemptItem(known.item()));
        }
    }

    /// Opens an item of the same bytes, or of none yet, if it is still as it was seen: whoever is
    /// second finds it open.
    private Opening take(OriginalKey key, EntityTag tag, AttemptItem seen) {
        boolean same = seen.isOf(tag);
        if (same && seen.isHeld(clock.instant(), stale)) {
            return new Busy();
        }
        Rejection rejection = same ? seen.rejection(engine) : null;
        if (rejection != null) {
            return new Unfit(rejection);
        }
        int crashes = same ? seen.crashes() + (seen.isOpen() ? 1 : 0) : 0;
        var values = opening(tag, crashes, seen.failures());
        values.put(":seen", AttributeValue.fromS(seen.state()));
        values.put(":at", number(seen.renewedAt()));
        return table.tried(key, OPEN, same ? AS_SEEN : OF_NO_BYTES, values)
                ? new Ours(crashes)
                : new Busy();
    }

    @Override
    public void renew(OriginalKey key) {
        table.tried(key, "SET #renewedAt = :now, #expiresAt = :expiry", OURS, values());
    }

    @Override
    public boolean hasEnded(OriginalKey key, EntityTag tag) {
        AttemptItem item = table.read(key);
        return item.isOf(tag) && !item.isOpen() && item.failures() == 0;
    }

    @Override
    public Past past(OriginalKey key, EntityTag tag) {
        AttemptItem item = table.read(key);
        return item.isOf(tag) ? new Past(item.crashes(), item.rejection(engine)) : Past.NONE;
    }

    @Override
    public void close(OriginalKey key, EntityTag tag) {
        table.tried(key, CLOSE, OURS_OF_BYTES, values(tag));
    }

    @Override
    public void reject(OriginalKey key, EntityTag tag, Rejection rejection) {
        var values = values(tag);
        values.put(":reason", AttributeValue.fromS(rejection.reason()));
        values.put(":detail", AttributeValue.fromS(rejection.detail()));
        table.tried(key, REJECT, OURS_OF_BYTES, values);
    }

    @Override
    public int fail(OriginalKey key, String reason) {
        var values = values();
        values.put(":failure", AttributeValue.fromS(reason));
        values.put(":one", number(1));
        try {
            return table.write(key, FAIL + ":closed", OURS, values).failures();
        } catch (ConditionalCheckFailedException notOurs) {
            String asItIs = FAIL + "if_not_exists(#state, :closed)";
            return table.write(key, asItIs, "", values).failures();
        }
    }

    @Override
    public void release(OriginalKey key) {
        table.tried(key, "SET #state = :closed, #expiresAt = :expiry", OURS, values());
    }

    @Override
    public void suspect(OriginalKey key) {
        var values = values();
        values.put(":crashes", number(SUSPECT));
        String change = "SET #state = :closed, #crashes = :crashes, #expiresAt = :expiry";
        table.tried(key, change, OURS, values);
    }

    private Map<String, AttributeValue> opening(EntityTag tag, int crashes, int failures) {
        var values = values(tag);
        values.put(":engine", AttributeValue.fromS(engine));
        values.put(":crashes", number(crashes));
        values.put(":failures", number(failures));
        return values;
    }

    private Map<String, AttributeValue> values(EntityTag tag) {
        var values = values();
        values.put(":etag", AttributeValue.fromS(tag.value()));
        return values;
    }

    /// What most writes speak of.
    private Map<String, AttributeValue> values() {
        Instant now = clock.instant();
        var values = new HashMap<String, AttributeValue>();
        values.put(":open", AttributeValue.fromS(State.OPEN.name()));
        values.put(":closed", AttributeValue.fromS(State.CLOSED.name()));
        values.put(":rejected", AttributeValue.fromS(State.REJECTED.name()));
        values.put(":worker", AttributeValue.fromS(worker));
        values.put(":now", number(now.toEpochMilli()));
        values.put(":expiry", number(now.plus(KEPT).getEpochSecond()));
        values.put(":zero", number(0));
        return values;
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
