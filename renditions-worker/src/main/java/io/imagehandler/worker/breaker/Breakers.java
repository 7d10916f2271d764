package io.imagehandler.worker.breaker;

import io.imagehandler.worker.failure.Outages;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// A breaker for each service without which no pass can be run, fed by every call to it. Safe for
/// use by many threads.
public final class Breakers implements ExecutionInterceptor, Outages {

    /// As the SDK calls them.
    static final String S3 = "S3";

    static final String DYNAMO_DB = "DynamoDb";

    private final Map<String, Breaker> breakers =
            Map.of(S3, new Breaker("S3"), DYNAMO_DB, new Breaker("DynamoDB"));

    @Override
    public boolean isAny() {
        return breakers.values().stream().anyMatch(Breaker::isOpen);
    }

    boolean isOpen(String service) {
        Breaker breaker = breakers.get(service);
        return breaker != null && breaker.isOpen();
    }

    /// Shows in figures which are open.
    public void bindTo(MeterRegistry registry) {
        breakers.forEach((service, breaker) ->
                Gauge.builder("breaker.open", breaker, one -> one.isOpen() ? 1 : 0)
                        .tag("dependency", service)
                        .strongReference(true)
                        .register(registry));
    }

    @Override
    public void afterExecution(Context.AfterExecution call, ExecutionAttributes attributes) {
        Breaker breaker = breaker(attributes);
        if (breaker != null) {
            breaker.answered();
        }
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution call, ExecutionAttributes attributes) {
        ended(breaker(attributes), call.exception());
    }

    private static void ended(@Nullable Breaker breaker, Throwable failure) {
        if (breaker == null) {
            return;
        }
        switch (Answers.of(failure)) {
            case NONE -> breaker.failed();
            case SOME -> breaker.answered();
            case UNKNOWN -> {}
        }
    }

    private @Nullable Breaker breaker(ExecutionAttributes attributes) {
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        return service == null ? null : breakers.get(service);
    }
}
