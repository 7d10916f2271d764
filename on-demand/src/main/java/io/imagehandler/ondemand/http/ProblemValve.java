package io.imagehandler.ondemand.http;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.request.RawRequest;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/// Bounds what a request may send, and says no for Tomcat where that refuses a request before any
/// code of ours has seen it: in our form instead of as a page.
final class ProblemValve extends ValveBase {

    ProblemValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Optional<Code> tooLarge =
                response.isError() ? Optional.empty() : RequestSize.of(request).excess();
        if (tooLarge.isPresent()) {
            Problems.write(
                    response,
                    tooLarge.get(),
                    Problem.of(tooLarge.get(), "the request is too large"));
            return;
        }
        getNext().invoke(request, response);
        if (response.isError() && !response.isCommitted()) {
            response.setSuspended(false);
            answer(request, response);
        }
    }

    private static void answer(Request request, Response response) throws IOException {
        switch (response.getStatus()) {
            case HttpServletResponse.SC_BAD_REQUEST,
                    HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED ->
                    badRequest(request, response);
            // 501 is what Tomcat says to CONNECT.
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                    HttpServletResponse.SC_NOT_IMPLEMENTED ->
                    Problems.refuseMethod(response);
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE ->
                    Problems.write(
                            response,
                            Code.OVERLOADED,
                            Problem.of(Code.OVERLOADED, "the service is about to stop"));
            default ->
                    Problems.write(
                            response,
                            Code.INTERNAL_ERROR,
                            Problem.of(Code.INTERNAL_ERROR, "the service failed"));
        }
    }

    private static void badRequest(Request request, Response response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null) {
            Code code = RequestSize.ofUnread(request).orElse(Code.INVALID_ARGUMENT);
            Problems.write(response, code, Problem.of(code, "the request cannot be read"));
            return;
        }
        Problem problem =
                failure(request)
                        .map(Problem::of)
                        .orElseGet(() ->
                                Problem.of(
                                        Code.INVALID_ARGUMENT, "the request cannot be understood"));
        Problems.write(response, Code.INVALID_ARGUMENT, problem);
    }

    /// What we would have said to the path and query, had we seen them.
    private static Optional<ImageFailure> failure(Request request) {
        try {
            String path = Objects.requireNonNullElse(request.getRequestURI(), "");
            String query = Objects.requireNonNullElse(request.getQueryString(), "");
            if (path.startsWith("/")) {
                RawRequest.parse(path, query).understood();
            }
            return Optional.empty();
        } catch (InvalidArgument failure) {
            return Optional.of(failure);
        }
    }
}
