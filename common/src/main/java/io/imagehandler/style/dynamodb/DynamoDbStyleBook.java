package io.imagehandler.style.dynamodb;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.style.Style;
import io.imagehandler.style.StyleBook;
import io.imagehandler.style.StyleChanged;
import io.imagehandler.style.StyleName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// The styles of a DynamoDB table, see [StyleItem]. Attributes that are not ours stay as they are.
///
/// @param dynamoDb where the table is
/// @param table its name
public record DynamoDbStyleBook(DynamoDbClient dynamoDb, String table) implements StyleBook {

    @Override
    public List<Entry> entries() {
        return dynamoDb
                .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
                .items()
                .stream()
                .map(StyleItem::new)
                .map(DynamoDbStyleBook::entry)
                .sorted(Comparator.comparing(Entry::name))
                .toList();
    }

    private static Entry entry(StyleItem item) {
        try {
            return new Kept(item.style());
        } catch (IllegalArgumentException | ImageFailure reason) {
            return new Wrong(item.id(), String.valueOf(reason.getMessage()));
        }
    }

    @Override
    public Style put(StyleName name, Function<Optional<Style>, Style> change) {
        Map<String, AttributeValue> seen = read(name);
        Style style = change.apply(style(seen));
        var update = StyleUpdate.of(style, seen);
        try {
            dynamoDb.updateItem(request ->
                    request.tableName(table)
                            .key(id(name.value()))
                            .updateExpression(update.expression())
                            .conditionExpression(update.condition())
                            .expressionAttributeNames(update.names())
                            .expressionAttributeValues(update.values()));
            return style;
        } catch (ConditionalCheckFailedException changed) {
            throw new StyleChanged(name);
        }
    }

    @Override
    public boolean remove(String name) {
        return dynamoDb.deleteItem(request ->
                        request.tableName(table).key(id(name)).returnValues(ReturnValue.ALL_OLD))
                .hasAttributes();
    }

    private Map<String, AttributeValue> read(StyleName name) {
        return dynamoDb.getItem(
                        get -> get.tableName(table).key(id(name.value())).consistentRead(true))
                .item();
    }

    private static Optional<Style> style(Map<String, AttributeValue> item) {
        return switch (entry(new StyleItem(item))) {
            case Kept(Style style) -> Optional.of(style);
            case Wrong _ -> Optional.empty();
        };
    }

    private static Map<String, AttributeValue> id(String name) {
        return Map.of(StyleItem.ID, AttributeValue.fromS(name));
    }
}
