package io.imagehandler.rendition.dynamodb;

import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.upkeep.Run;
import io.imagehandler.rendition.upkeep.Run.State;
import io.imagehandler.rendition.upkeep.Runs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Runs in the table of the attempts, under keys that no original can have. Forgotten a year after
/// their last change.
public final class DynamoDbRuns implements Runs {

    private static final String PREFIX = RenditionKey.RESERVED + "run/";
    private static final Duration KEPT = Duration.ofDays(365);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final InstantSource clock;

    public DynamoDbRuns(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.clock = InstantSource.system();
    }

    @Override
    public Optional<Kept> find(String kind) {
        var found =
                dynamoDb.getItem(get ->
                        get.tableName(table)
                                .key(Map.of("key", text(PREFIX + kind)))
                                .consistentRead(true));
        return found.hasItem() ? Optional.of(kept(found.item())) : Optional.empty();
    }

    @Override
    public Optional<Long> keep(String kind, long revision, Run run) {
        long next = revision + 1;
        var item = item(run);
        item.put("key", text(PREFIX + kind));
        item.put("revision", number(next));
        item.put("expiresAt", number(clock.instant().plus(KEPT).getEpochSecond()));
        try {
            dynamoDb.putItem(put ->
                    put.tableName(table)
                            .item(item)
                            .conditionExpression(
                                    "#revision = :seen"
                                            + " OR (attribute_not_exists(#revision)"
                                            + " AND :seen = :none)")
                            .expressionAttributeNames(Map.of("#revision", "revision"))
                            .expressionAttributeValues(
                                    Map.of(":seen", number(revision), ":none", number(0))));
            return Optional.of(next);
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    private static Map<String, AttributeValue> item(Run run) {
        var item = new HashMap<String, AttributeValue>();
        item.put("what", text(run.what()));
        item.put("state", text(run.state().name()));
        item.put("position", text(run.position()));
        item.put("total", number(run.total()));
        item.put("done", number(run.done()));
        item.put("sent", number(run.sent()));
        item.put("begun", number(run.begun().toEpochMilli()));
        return item;
    }

    private static Kept kept(Map<String, AttributeValue> item) {
        var run =
                new Run(
                        text(item, "what"),
                        State.valueOf(text(item, "state")),
                        text(item, "position"),
                        number(item, "total"),
                        number(item, "done"),
                        number(item, "sent"),
                        Instant.ofEpochMilli(number(item, "begun")));
        return new Kept(run, number(item, "revision"));
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? 0 : Long.parseLong(value.n());
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? "" : value.s();
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
