package io.imagehandler.local.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// A table whose items are told apart by one text.
final class Table {

    private Table() {}

    /// Makes the table if it is not there.
    ///
    /// @param id the attribute of that text
    /// @return whether it was made
    static boolean create(DynamoDbClient client, String name, String id) {
        if (client.listTablesPaginator().tableNames().stream().anyMatch(name::equals)) {
            return false;
        }
        var attribute =
                AttributeDefinition.builder()
                        .attributeName(id)
                        .attributeType(ScalarAttributeType.S)
                        .build();
        var hash = KeySchemaElement.builder().attributeName(id).keyType(KeyType.HASH).build();
        client.createTable(table ->
                table.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attribute)
                        .keySchema(hash));
        try (var waiter = client.waiter()) {
            var _ = waiter.waitUntilTableExists(table -> table.tableName(name));
        }
        return true;
    }
}
