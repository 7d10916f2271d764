package io.imagehandler.worker.breaker;

import io.imagehandler.worker.failure.Outages;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// A breaker for each service without which no pass can be run, fed by every call to it. Safe for
/// use by many threads.
public final class Breakers implements ExecutionInterceptor, Outages {

    /// As the SDK calls them.
    static final String S3 = "S3";

    static final String DYNAMO_DB = "DynamoDb";

    private static final int LOWEST_SERVER_ERROR = 500;

    /// Whether the latest try of a call is without an answer yet.
    private static final ExecutionAttribute<Boolean> UNANSWERED =
            new ExecutionAttribute<>("image-handler-unanswered");

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

    /// A try begins. If there was one before it of the same call that came to no answer, that is
    /// told here, since the SDK does not tell of it: the whole call may take three times as long.
    @Override
    public void beforeTransmission(
            Context.BeforeTransmission call, ExecutionAttributes attributes) {
        Breaker breaker = breaker(attributes);
        if (breaker != null && Boolean.TRUE.equals(attributes.getAttribute(UNANSWERED))) {
            breaker.failed();
        }
        attributes.putAttribute(UNANSWERED, true);
    }

    /// Every try of a call that came to an answer.
    @Override
    public void afterTransmission(Context.AfterTransmission call, ExecutionAttributes attributes) {
        attributes.putAttribute(UNANSWERED, false);
        Breaker breaker = breaker(attributes);
        if (breaker == null) {
            return;
        }
        if (call.httpResponse().statusCode() < LOWEST_SERVER_ERROR) {
            breaker.answered();
        } else {
            breaker.failed();
        }
    }

    /// A call whose last try came to none.
    @Override
    public void onExecutionFailure(Context.FailedExecution call, ExecutionAttributes attributes) {
        Breaker breaker = breaker(attributes);
        if (breaker != null && isUnanswered(call.exception())) {
            breaker.failed();
        }
    }

    /// Not by our own doing.
    private static boolean isUnanswered(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            switch (one) {
                case AbortedException _ -> {
                    return false;
                }
                case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, IOException _ -> {
                    return true;
                }
                case AwsServiceException answer -> {
                    return answer.isThrottlingException()
                            && answer.statusCode() < LOWEST_SERVER_ERROR;
                }
                default -> {}
            }
        }
        return false;
    }

    private @Nullable Breaker breaker(ExecutionAttributes attributes) {
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        return service == null ? null : breakers.get(service);
    }
}
