package io.imagehandler.ondemand.http;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.ondemand.admission.ClientGone;
import io.imagehandler.ondemand.admission.ServiceFailure;
import io.imagehandler.ondemand.observation.RequestRecord;
import io.imagehandler.ondemand.observation.RequestValve;
import io.imagehandler.style.StylesNotLoaded;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns whatever a request failed with into an answer. Nothing of an exception that is not ours
/// goes to the client. For our own controller only: the management port has its own.
@RestControllerAdvice(assignableTypes = ImageController.class)
public final class Failures {

    private final Problems problems;

    Failures(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void refuse(ImageFailure failure, HttpServletResponse response) throws IOException {
        problems.write(response, Code.of(failure), Problem.of(failure));
    }

    @ExceptionHandler
    void refuse(ServiceFailure failure, HttpServletResponse response) throws IOException {
        answer(response, Code.of(failure), failure.detail(), failure);
    }

    /// Nobody reads it; the status is for the log.
    @ExceptionHandler(ClientGone.class)
    void leave(HttpServletResponse response) {
        response.setStatus(RequestValve.CLIENT_GONE);
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    void refuseMethod(HttpServletResponse response) throws IOException {
        problems.refuseMethod(response);
    }

    @ExceptionHandler({ApiCallTimeoutException.class, ApiCallAttemptTimeoutException.class})
    void storageIsSlow(SdkException failure, HttpServletResponse response) throws IOException {
        answer(response, Code.TIMEOUT, "the storage did not answer in time", failure);
    }

    @ExceptionHandler({SdkException.class, StylesNotLoaded.class})
    void storageFails(RuntimeException failure, HttpServletResponse response) throws IOException {
        answer(response, Code.STORAGE_UNAVAILABLE, "the storage cannot be used now", failure);
    }

    /// A connection broke, to the store or to the client. An answer that is under way must not look
    /// whole: thrown on, it makes the server cut it off.
    @ExceptionHandler
    void connectionBroke(IOException failure, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw failure;
        }
        answer(response, Code.STORAGE_UNAVAILABLE, "the storage cannot be used now", failure);
    }

    @ExceptionHandler
    void isOurDefect(Exception failure, HttpServletResponse response) throws IOException {
        answer(response, Code.INTERNAL_ERROR, "the service failed", failure);
    }

    private void answer(HttpServletResponse response, Code code, String detail, Exception failure)
            throws IOException {
        RequestRecord.current().failedBy(failure);
        problems.write(response, code, Problem.of(code, detail));
    }
}
