package io.imagehandler.style.dynamodb;

import io.imagehandler.style.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Writes a style over exactly what was seen in its place.
///
/// @param expression of the update
/// @param condition holds if each of our attributes is as it was seen
/// @param names of the attributes, some of which are words of DynamoDB
/// @param values by their placeholders
record StyleUpdate(
        String expression,
        String condition,
        Map<String, String> names,
        Map<String, AttributeValue> values) {

    static StyleUpdate of(Style style, Map<String, AttributeValue> seen) {
        Map<String, AttributeValue> wanted = StyleItem.of(style).attributes();
        var names = new HashMap<String, String>();
        var values = new HashMap<String, AttributeValue>();
        var set = new ArrayList<String>();
        var remove = new ArrayList<String>();
        var unchanged = new ArrayList<String>();
        for (String name : StyleItem.ATTRIBUTES) {
            names.put("#" + name, name);
            AttributeValue before = seen.get(name);
            AttributeValue after = wanted.get(name);
            if (before == null) {
                unchanged.add("attribute_not_exists(#" + name + ")");
            } else {
                unchanged.add("#" + name + " = :old_" + name);
                values.put(":old_" + name, before);
            }
            if (after == null) {
                remove.add("#" + name);
            } else {
                set.add("#" + name + " = :" + name);
                values.put(":" + name, after);
            }
        }
        String expression = "SET " + String.join(", ", set) + removal(remove);
        return new StyleUpdate(expression, String.join(" AND ", unchanged), names, values);
    }

    private static String removal(List<String> names) {
        return names.isEmpty() ? "" : " REMOVE " + String.join(", ", names);
    }
}
