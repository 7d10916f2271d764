package io.imagehandler.local.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/// The table of what was tried with each original.
///
/// @param client where the table is
/// @param name the table's name
public record AttemptTable(DynamoDbClient client, String name) {

    private static final String EXPIRY = "expiresAt";

    /// Makes the table if it is not there, and has it forget what has expired.
    public void create() {
        Table.create(client, name, "key");
        var lifetime = client.describeTimeToLive(describe -> describe.tableName(name));
        if (lifetime.timeToLiveDescription().timeToLiveStatus() == TimeToLiveStatus.DISABLED) {
            client.updateTimeToLive(update ->
                    update.tableName(name)
                            .timeToLiveSpecification(
                                    expiry -> expiry.attributeName(EXPIRY).enabled(true)));
        }
    }
}
