package io.imagehandler.ondemand.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.request.AdversarialTexts;
import io.imagehandler.request.AdversarialTexts.Slowest;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// No header field keeps us busy, however long and whatever is in it.
class AdversarialHeadersTest {

    private static final double MOST_MILLIS = 10;

    private static final Map<String, Consumer<String>> PARSERS =
            Map.of("Range", text -> WantedRange.of(text, 1_000), "If-None-Match", Conditions::tags);

    @Test
    void keepNoParserBusy() {
        var slowest = new TreeMap<String, Slowest>();
        PARSERS.forEach((name, parser) -> slowest.put(name, AdversarialTexts.slowest(parser)));

        System.out.println("Slowest of the adversarial header fields: " + slowest);
        assertThat(slowest)
                .allSatisfy((name, one) ->
                        assertThat(one.millis()).as(one.toString()).isLessThan(MOST_MILLIS));
    }
}
