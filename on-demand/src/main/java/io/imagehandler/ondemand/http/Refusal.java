package io.imagehandler.ondemand.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.ondemand.admission.ServiceFailure;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/// What a request would be answered that fails so; see [Failures], which answers it.
///
/// @param code stable, for programs
/// @param detail for people
/// @param parameter what is wrong with the text, where it is the text
/// @param token the offending part of it
/// @param allowed what would have been right
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Refusal(
        int status,
        String code,
        String detail,
        @Nullable String parameter,
        @Nullable String token,
        @Nullable String allowed) {

    public static Refusal of(RuntimeException failure) {
        return switch (failure) {
            case ImageFailure reason -> of(Problem.of(reason));
            case ServiceFailure reason -> of(Problem.of(Code.of(reason), reason.detail()));
            case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ ->
                    of(Problem.of(Code.TIMEOUT, "the storage did not answer in time"));
            default -> of(Problem.of(Code.STORAGE_UNAVAILABLE, "the storage cannot be used now"));
        };
    }

    private static Refusal of(Problem problem) {
        return new Refusal(
                problem.status(),
                problem.code(),
                problem.detail(),
                problem.parameter(),
                problem.token(),
                problem.allowed());
    }
}
