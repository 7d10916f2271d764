package io.imagehandler.ondemand.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.ondemand.observation.RequestRecord;
import org.jspecify.annotations.Nullable;

/// An error as RFC 9457 writes it down.
///
/// @param type always `about:blank`: `code` says more
/// @param title the status in words
/// @param status of the answer
/// @param code stable, for programs
/// @param parameter what is wrong with the text, where it is the text
/// @param token the offending part of it
/// @param allowed what would have been right
/// @param detail for people
/// @param requestId see [RequestRecord#requestId]
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "type",
    "title",
    "status",
    "code",
    "parameter",
    "token",
    "allowed",
    "detail",
    "requestId"
})
record Problem(
        String type,
        String title,
        int status,
        String code,
        @Nullable String parameter,
        @Nullable String token,
        @Nullable String allowed,
        String detail,
        String requestId) {

    private static final String NO_TYPE = "about:blank";

    static Problem of(ImageFailure failure) {
        Code code = Code.of(failure);
        return failure instanceof InvalidArgument argument
                ? argument(code, argument)
                : of(code, failure.detail());
    }

    static Problem of(Code code, String detail) {
        return new Problem(
                NO_TYPE,
                code.status().getReasonPhrase(),
                code.status().value(),
                code.word(),
                null,
                null,
                null,
                detail,
                RequestRecord.current().requestId());
    }

    private static Problem argument(Code code, InvalidArgument argument) {
        return new Problem(
                NO_TYPE,
                code.status().getReasonPhrase(),
                code.status().value(),
                code.word(),
                argument.parameter(),
                argument.token(),
                argument.allowed(),
                argument.detail(),
                RequestRecord.current().requestId());
    }
}
