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

/// Lets in what may come in, and says no for Tomcat where that refuses a request before any code of
/// ours has seen it: in our form instead of as a page.
final class ProblemValve extends ValveBase {

    private final Entrance entrance;
    private final Problems problems;

    ProblemValve(Entrance entrance, Problems problems) {
        super(true);
        this.entrance = entrance;
        this.problems = problems;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (!entrance.admits(request, response)) {
            return;
        }
        getNext().invoke(request, response);
        if (response.isError() && !response.isCommitted()) {
            response.setSuspended(false);
            answer(request, response);
        }
    }

    private void answer(Request request, Response response) throws IOException {
        switch (response.getStatus()) {
            // 417 is what Tomcat says to an Expect that it does not know.
            case HttpServletResponse.SC_BAD_REQUEST,
                    HttpServletResponse.SC_EXPECTATION_FAILED,
                    HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED ->
                    badRequest(request, response);
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> problems.refuseMethod(response);
            case HttpServletResponse.SC_NOT_IMPLEMENTED -> notImplemented(request, response);
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE ->
                    problems.refuse(response, Code.OVERLOADED, "the service is about to stop");
            default -> problems.refuse(response, Code.INTERNAL_ERROR, "the service failed");
        }
    }

    /// What Tomcat says to CONNECT, and to a body in a coding that it does not know.
    private void notImplemented(Request request, Response response) throws IOException {
        if (request.getMethod().equals("CONNECT")) {
            problems.refuseMethod(response);
        } else {
            badRequest(request, response);
        }
    }

    private void badRequest(Request request, Response response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null) {
            Code code = RequestSize.ofUnread(request).orElse(Code.INVALID_ARGUMENT);
            problems.refuse(response, code, "the request cannot be read");
            return;
        }
        Problem problem =
                failure(request)
                        .map(Problem::of)
                        .orElseGet(() ->
                                Problem.of(
                                        Code.INVALID_ARGUMENT, "the request cannot be understood"));
        problems.write(response, Code.INVALID_ARGUMENT, problem);
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
