package io.imagehandler.style.dynamodb;

import io.imagehandler.style.FormerStyles;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Those of a DynamoDB table of which each item has the texts `id` and `style`.
///
/// @param dynamoDb where the table is
/// @param table its name
public record DynamoDbFormerStyles(DynamoDbClient dynamoDb, String table) implements FormerStyles {

    @Override
    public List<FormerStyle> all() {
        return dynamoDb.scanPaginator(scan -> scan.tableName(table)).items().stream()
                .map(item -> new FormerStyle(text(item, StyleItem.ID), text(item, "style")))
                .sorted(Comparator.comparing(FormerStyle::name))
                .toList();
    }

    private static String text(Map<String, AttributeValue> item, String attribute) {
        return Optional.ofNullable(item.get(attribute)).map(AttributeValue::s).orElse("");
    }
}
