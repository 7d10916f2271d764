package io.imagehandler.local.dynamodb;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The styles table. Safe for use by many threads.
///
/// @param client where the table is
/// @param name the table's name
public record StyleTable(DynamoDbClient client, String name) {

    /// The styles that a new table begins with.
    public static final List<StyleRow> SEEDS =
            List.of(
                    StyleRow.eager("thumb", "image/resize,m_fill,w_200,h_200"),
                    StyleRow.eager("card", "image/resize,w_800"),
                    StyleRow.eager("hero", "image/resize,w_1600"));

    /// Makes the table if it is not there.
    ///
    /// @return whether it was made
    public boolean create() {
        return Table.create(client, name, "id");
    }

    public void put(StyleRow row) {
        client.putItem(put -> put.tableName(name).item(row.item()));
    }

    public List<StyleRow> rows() {
        return client.scanPaginator(scan -> scan.tableName(name)).items().stream()
                .map(StyleRow::of)
                .toList();
    }
}
