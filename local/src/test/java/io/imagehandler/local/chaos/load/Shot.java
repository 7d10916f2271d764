package io.imagehandler.local.chaos.load;

import io.imagehandler.local.chaos.http.Answer;
import java.io.IOException;

/// What became of one request.
///
/// @param at when it was due, in nanoseconds since the load began
/// @param nanos from then until the answer was whole
/// @param status 0 if there was no whole answer
/// @param retryAfter the header's value; empty if there is none
/// @param failure why there is no whole answer; empty if there is one
public record Shot(long at, long nanos, int status, String retryAfter, String failure) {

    static Shot of(long at, long nanos, Answer answer) {
        return new Shot(
                at,
                nanos,
                answer.status(),
                answer.field("Retry-After").orElse(""),
                /* failure= */ "");
    }

    static Shot of(long at, long nanos, IOException failure) {
        return new Shot(at, nanos, 0, "", String.valueOf(failure.getMessage()));
    }

    public boolean isOk() {
        return status == 200;
    }

    public boolean isRejected() {
        return status == 503;
    }
}
