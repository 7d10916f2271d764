package io.imagehandler.local.dynamodb;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A style as a row of the table.
///
/// @param name its name
/// @param style its transformation: `image/...`
/// @param eager whether it is made for every upload
/// @param prefix of the keys it is made for; empty: of all
/// @param formats the negotiated formats it is made in besides its own: `webp`, `avif`
/// @param version 0 if it has none
public record StyleRow(
        String name, String style, boolean eager, String prefix, Set<String> formats, int version) {

    public StyleRow {
        formats = Set.copyOf(formats);
    }

    /// An eager style of every key, in its own format and in WebP.
    public static StyleRow eager(String name, String style) {
        return new StyleRow(name, style, true, "", Set.of("webp"), 0);
    }

    Map<String, AttributeValue> item() {
        var item = new HashMap<String, AttributeValue>();
        item.put("id", AttributeValue.fromS(name));
        item.put("style", AttributeValue.fromS(style));
        item.put("eager", AttributeValue.fromBool(eager));
        if (!prefix.isEmpty()) {
            item.put("prefix", AttributeValue.fromS(prefix));
        }
        if (!formats.isEmpty()) { // DynamoDB has no empty sets
            item.put("formats", AttributeValue.fromSs(formats.stream().sorted().toList()));
        }
        if (version > 0) {
            item.put("version", AttributeValue.fromN(String.valueOf(version)));
        }
        return item;
    }

    static StyleRow of(Map<String, AttributeValue> item) {
        var absent = AttributeValue.builder().build();
        var formats = item.getOrDefault("formats", absent);
        var version = item.getOrDefault("version", absent).n();
        return new StyleRow(
                item.getOrDefault("id", absent).s(),
                item.getOrDefault("style", AttributeValue.fromS("")).s(),
                Boolean.TRUE.equals(item.getOrDefault("eager", absent).bool()),
                item.getOrDefault("prefix", AttributeValue.fromS("")).s(),
                formats.hasSs() ? Set.copyOf(formats.ss()) : Set.of(),
                version == null ? 0 : Integer.parseInt(version));
    }
}
