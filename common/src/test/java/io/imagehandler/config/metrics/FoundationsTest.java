package io.imagehandler.config.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.rendition.DescribingEngine;
import io.imagehandler.rendition.FixedStyles;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

class FoundationsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void tellsOfStylesAndOfTheEngine() {
        new Foundations(FixedStyles.of(), new DescribingEngine()).bindTo(registry);

        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsExactlyInAnyOrder(
                        "styles.age",
                        "styles.invalid",
                        "engine.native",
                        "vips.memory",
                        "vips.errors");
        assertThat(registry.getMeters())
                .allSatisfy(meter ->
                        assertThat(registry.get(meter.getId().getName()).gauge().value()).isZero());
    }

    @Test
    void timesCallsOfEachService() {
        var timer = new CallTimer(registry);
        var attributes = new ExecutionAttributes();
        attributes.putAttribute(SdkExecutionAttribute.SERVICE_NAME, "DynamoDb");

        timer.beforeExecution(null, attributes);
        timer.afterExecution(null, attributes);
        timer.beforeExecution(null, attributes);
        timer.onExecutionFailure(null, attributes);

        var time = registry.get("dependency.time").tag("dependency", "dynamodb").timer();
        assertThat(time.count()).isEqualTo(2);
        assertThat(time.totalTime(TimeUnit.NANOSECONDS)).isPositive();
    }
}
