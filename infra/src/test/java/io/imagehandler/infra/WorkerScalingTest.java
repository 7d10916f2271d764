package io.imagehandler.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/// The number of workers
class WorkerScalingTest {

    private static final Pattern FILLED = Pattern.compile("FILL\\((\\w+), (\\d+)\\)");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # uploads, backfill, tasks, more?, why
                    0,         0,        -,     false, nothing waits
                    1,         0,        -,     true,  none runs and CloudWatch says nothing of tasks
                    1,         0,        0,     true,  none runs
                    -,         1,        0,     true,  backfill alone starts one as well
                    30,        0,        1,     false, one is enough
                    31,        0,        1,     true,  one is not
                    0,         300,      1,     false, backfill may wait
                    0,         301,      1,     true,  but not for ever
                    300,       0,        10,    false, ten are enough
                    """)
    void growsWhenMoreWaitsThanAMinutesWorkForEach(
            Double uploads, Double backfill, Double tasks, boolean more, String why) {
        double backlog = evaluated(new Waiting(uploads, backfill, tasks));

        assertThat(
                        backlog
                                > policy().at(
                                                "/TargetTrackingScalingPolicyConfiguration/TargetValue")
                                        .asDouble())
                .as(why)
                .isEqualTo(more);
    }

    @Test
    void growsFastAndShrinksSlowly() {
        var tracking = policy().get("TargetTrackingScalingPolicyConfiguration");

        assertThat(tracking.get("ScaleOutCooldown").asInt()).isEqualTo(30);
        assertThat(tracking.get("ScaleInCooldown").asInt()).isEqualTo(300);
    }

    @Test
    void readsTheQueuesAndTheTasks() {
        var metrics = policy().findValue("Metrics");

        assertThat(metrics.findValuesAsText("MetricName"))
                .containsExactly(
                        "ApproximateNumberOfMessagesVisible",
                        "ApproximateNumberOfMessagesVisible",
                        "RunningTaskCount");
    }

    private static JsonNode policy() {
        return Stacks.STANDARD.properties(
                "AWS::ApplicationAutoScaling::ScalingPolicy", "WorkerScalingBacklog");
    }

    private static double evaluated(Waiting waiting) {
        String expression =
                StreamSupport.stream(policy().findValue("Metrics").spliterator(), false)
                        .filter(metric -> metric.has("Expression"))
                        .map(metric -> metric.get("Expression").asText())
                        .findAny()
                        .orElseThrow();
        String readable =
                FILLED.matcher(expression)
                        .replaceAll(found -> waiting.value(found.group(1), found.group(2)))
                        .replace("IF(", "choose(")
                        .replace("CEIL(", "ceil(");
        Number value =
                new SpelExpressionParser()
                        .parseExpression(readable)
                        .getValue(waiting, Number.class);
        return value.doubleValue();
    }

    /// @param uploads `null`: CloudWatch has no figure
    /// @param backfill the same
    /// @param tasks the same
    record Waiting(Double uploads, Double backfill, Double tasks) {

        String value(String name, String otherwise) {
            Double value =
                    switch (name) {
                        case "uploads" -> uploads;
                        case "backfill" -> backfill;
                        case "tasks" -> tasks;
                        default -> throw new AssertionError("no metric is called " + name);
                    };
            return value == null ? otherwise + ".0" : value.toString();
        }

        public double choose(boolean condition, double then, double otherwise) {
            return condition ? then : otherwise;
        }

        public double ceil(double number) {
            return Math.ceil(number);
        }
    }
}
