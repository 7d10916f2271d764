package io.imagehandler.config.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Times every call of AWS, its further attempts included, well or badly ended. Of a body that is
/// read as a stream, only until it begins. Safe for use by many threads.
public final class CallTimer implements ExecutionInterceptor {

    private static final ExecutionAttribute<Long> BEGUN =
            new ExecutionAttribute<>("io.imagehandler.begun");

    private final MeterRegistry registry;

    public CallTimer(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
        attributes.putAttribute(BEGUN, System.nanoTime());
    }

    @Override
    public void afterExecution(Context.AfterExecution call, ExecutionAttributes attributes) {
        record(attributes);
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution call, ExecutionAttributes attributes) {
        record(attributes);
    }

    private void record(ExecutionAttributes attributes) {
        Long begun = attributes.getAttribute(BEGUN);
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        if (begun != null && service != null) {
            registry.timer("dependency.time", "dependency", service.toLowerCase(Locale.ROOT))
                    .record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }
    }
}
