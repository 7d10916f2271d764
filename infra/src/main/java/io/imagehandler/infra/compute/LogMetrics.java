package io.imagehandler.infra.compute;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/// Metrics that CloudWatch makes of the lines of a service's log: without an agent and without a
/// permission.
final class LogMetrics {

    private final Construct scope;
    private final LogGroup log;
    private final String namespace;

    LogMetrics(Construct scope, LogGroup log, String namespace) {
        this.scope = scope;
        this.log = log;
        this.namespace = namespace;
    }

    /// How many lines there are of the kind, in a minute.
    ///
    /// @param pattern in CloudWatch's language for JSON lines
    Metric count(String name, String pattern) {
        filter(name, pattern).metricValue("1").defaultValue(0).build();
        return metric(name, "Sum");
    }

    /// What 95 of 100 lines that tell of a field stay below, in a minute.
    ///
    /// @param field a number of the JSON lines
    Metric p95(String name, String field) {
        filter(name, "{ $.%s = * }".formatted(field)).metricValue("$." + field).build();
        return metric(name, "p95");
    }

    private MetricFilter.Builder filter(String name, String pattern) {
        return MetricFilter.Builder.create(scope, name)
                .logGroup(log)
                .filterPattern(FilterPattern.literal(pattern))
                .metricNamespace(namespace)
                .metricName(name);
    }

    private Metric metric(String name, String statistic) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .statistic(statistic)
                .period(Duration.minutes(1))
                .build();
    }
}
