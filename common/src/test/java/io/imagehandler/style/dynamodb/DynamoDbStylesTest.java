package io.imagehandler.style.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.imagehandler.style.StyleName;
import io.imagehandler.style.StylesNotLoaded;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DynamoDbStylesTest {

    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final StyleName THUMB = new StyleName("thumb");

    private final OneTable table = new OneTable();
    private DynamoDbStyles styles;

    @BeforeEach
    void fill() {
        table.put("thumb", "image/resize,w_100");
    }

    @AfterEach
    void close() {
        styles.close();
    }

    @Test
    void seesAChange() {
        read(LONG);
        assertThat(styles.find(THUMB)).isPresent();
        var before = styles.find(THUMB);

        table.put("thumb", "image/resize,w_200");

        await().until(() -> !styles.find(THUMB).equals(before));
    }

    @Test
    void servesWhatItReadLastWhileTheTableIsAway() {
        read(LONG);

        table.goAway();

        awaitScans();
        assertThat(styles.find(THUMB)).isPresent();
        assertThat(styles.isLoaded()).isTrue();
        assertThat(styles.age().orElseThrow()).isPositive();
    }

    @Test
    void servesNoStylesThatAreTooOld() {
        read(Duration.ofSeconds(1));

        table.goAway();

        await().untilAsserted(() ->
                assertThatThrownBy(() -> styles.find(THUMB)).isInstanceOf(StylesNotLoaded.class));
        assertThat(styles.isLoaded()).isTrue();
        table.comeBack();
        await().untilAsserted(() -> assertThat(styles.find(THUMB)).isPresent());
    }

    @Test
    void triesForEverUntilTheTableIsThere() {
        table.goAway();
        styles = DynamoDbStyles.reading(table, "styles", new DynamoDbStyles.Times(OFTEN, LONG));
        awaitScans();
        assertThat(styles.isLoaded()).isFalse();
        assertThat(styles.age()).isEmpty();

        table.comeBack();

        await().until(styles::isLoaded);
    }

    @Test
    void triesAgainSoonHoweverSeldomItReads() {
        table.goAway();
        styles = DynamoDbStyles.reading(table, "styles", new DynamoDbStyles.Times(LONG, LONG));
        await().until(() -> table.scans() == 1);

        table.comeBack();

        await().atMost(Duration.ofSeconds(8)).until(styles::isLoaded);
    }

    @Test
    void outlivesADefect() {
        read(LONG);

        table.breakDown();

        awaitScans();
        table.comeBack();
        table.put("more", "image/resize,w_1");
        await().until(() -> styles.find(new StyleName("more")).isPresent());
    }

    @Test
    void countsWhatItLeavesOut() {
        table.put("bad", "image/resize,w_0");
        table.put("worse", "nothing");
        read(LONG);

        assertThat(styles.leftOut()).isEqualTo(2);
        assertThat(styles.all()).hasSize(1);
    }

    private void read(Duration maxAge) {
        styles = DynamoDbStyles.reading(table, "styles", new DynamoDbStyles.Times(OFTEN, maxAge));
        await().until(styles::isLoaded);
    }

    private void awaitScans() {
        int before = table.scans();
        await().until(() -> table.scans() > before + 2);
    }
}
