package io.imagehandler.style.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.style.FormerStyles.FormerStyle;
import org.junit.jupiter.api.Test;

class DynamoDbFormerStylesTest {

    private final OneTable table = new OneTable();
    private final DynamoDbFormerStyles styles = new DynamoDbFormerStyles(table, "any");

    @Test
    void readsWhateverTextsThereAre() {
        table.put("b", "image/resize,w_100px");
        table.put("a/", "");

        assertThat(styles.all())
                .containsExactly(
                        new FormerStyle("a/", ""), new FormerStyle("b", "image/resize,w_100px"));
    }
}
