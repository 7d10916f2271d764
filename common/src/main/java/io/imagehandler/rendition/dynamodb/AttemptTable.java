package io.imagehandler.rendition.dynamodb;

import io.imagehandler.rendition.OriginalKey;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// The items, by the key of their original.
record AttemptTable(DynamoDbClient dynamoDb, String name) {

    private static final Pattern NAMES = Pattern.compile("#(\\w+)");

    /// The item as it is now, of whomever wrote it last; [AttemptItem#NONE] if there is none.
    AttemptItem read(OriginalKey key) {
        var response =
                dynamoDb.getItem(get -> get.tableName(name).key(id(key)).consistentRead(true));
        return response.hasItem() ? new AttemptItem(response.item()) : AttemptItem.NONE;
    }

    /// One write.
    ///
    /// @param change in which every attribute has a `#` before its name, since many names are
    ///   reserved words
    /// @param condition likewise; none if it is empty
    /// @param values of both; those that are not in use are left out, since DynamoDB refuses them
    /// @return the item as it is afterwards
    /// @throws ConditionalCheckFailedException with the item as it is, if the condition fails
    AttemptItem write(
            OriginalKey key, String change, String condition, Map<String, AttributeValue> values) {
        String text = change + " " + condition;
        var request =
                UpdateItemRequest.builder()
                        .tableName(name)
                        .key(id(key))
                        .updateExpression(change)
                        .expressionAttributeNames(names(text))
                        .expressionAttributeValues(used(text, values))
                        .returnValues(ReturnValue.ALL_NEW);
        if (!condition.isEmpty()) {
            request.conditionExpression(condition)
                    .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD);
        }
        return new AttemptItem(dynamoDb.updateItem(request.build()).attributes());
    }

    /// Whether the condition held, see [#write].
    boolean tried(
            OriginalKey key, String change, String condition, Map<String, AttributeValue> values) {
        try {
            write(key, change, condition, values);
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private static Map<String, AttributeValue> id(OriginalKey key) {
        return Map.of("key", AttributeValue.fromS(key.value()));
    }

    private static Map<String, String> names(String text) {
        Stream<MatchResult> found = NAMES.matcher(text).results();
        return found.collect(
                Collectors.toMap(MatchResult::group, one -> one.group(1), (first, _) -> first));
    }

    private static Map<String, AttributeValue> used(
            String text, Map<String, AttributeValue> values) {
        return values.entrySet().stream()
                .filter(value -> Pattern.compile(value.getKey() + "\\b").matcher(text).find())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
