package io.imagehandler.worker.breaker;

import java.io.IOException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/// What a call that failed says of the service.
enum Answers {
    /// It refused this call, so it is there.
    SOME,
    /// It is away, or overwhelmed.
    NONE,
    /// Nothing: the call failed on our side.
    UNKNOWN;

    private static final int LOWEST_SERVER_ERROR = 500;

    static Answers of(Throwable failure) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            switch (one) {
                case SdkServiceException answer -> {
                    boolean cannot =
                            answer.statusCode() >= LOWEST_SERVER_ERROR
                                    || answer.isThrottlingException();
                    return cannot ? NONE : SOME;
                }
                case AbortedException _ -> {
                    return UNKNOWN;
                }
                case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, IOException _ -> {
                    return NONE;
                }
                default -> {}
            }
        }
        return UNKNOWN;
    }
}
