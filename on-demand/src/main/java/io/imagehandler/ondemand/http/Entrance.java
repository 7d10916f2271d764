package io.imagehandler.ondemand.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;

/// What is decided about a request before anybody reads its path: whether it is too large, has a
/// method that is allowed, and has no body.
final class Entrance {

    private static final String ALLOWED = "GET, HEAD";

    private final CorsSettings cors;
    private final Guards guards;
    private final Problems problems;

    Entrance(CorsSettings cors, Problems problems) {
        this.cors = cors;
        this.guards = new Guards(cors);
        this.problems = problems;
    }

    /// Puts on the answer what every answer has.
    ///
    /// @return whether the request may go on; otherwise it was answered
    boolean admits(Request request, Response response) throws IOException {
        guards.add(request, response);
        if (response.isError()) {
            return true; // Tomcat refused it, which is answered on its way back.
        }
        Optional<Code> tooLarge = RequestSize.of(request).excess();
        if (tooLarge.isPresent()) {
            problems.refuse(response, tooLarge.get(), "the request is too large");
            return false;
        }
        if (hasBody(request)) {
            doNotReadOn(request);
        }
        return isAllowed(request, response) && hasNoBody(request, response);
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /// Otherwise Tomcat would wait for the body, to read the next request behind it.
    private static void doNotReadOn(Request request) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private boolean isAllowed(Request request, Response response) throws IOException {
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> true;
            case "OPTIONS" -> {
                if (cors.isOn()) {
                    tellWhatIsAllowed(response);
                } else {
                    problems.refuseMethod(response);
                }
                yield false;
            }
            default -> {
                problems.refuseMethod(response);
                yield false;
            }
        };
    }

    /// What a browser wants to know before it lets a script ask. The same for every path, so that
    /// it tells nothing about what is there.
    private static void tellWhatIsAllowed(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Allow", ALLOWED + ", OPTIONS");
        response.setHeader("Access-Control-Allow-Methods", ALLOWED);
        response.setHeader(
                "Access-Control-Allow-Headers",
                "If-None-Match, If-Modified-Since, If-Range, Range");
        response.setHeader("Access-Control-Max-Age", "86400");
    }

    /// A body of a GET means nothing, and where servers in a row disagree about where it ends, the
    /// rest of it is taken for a request.
    private boolean hasNoBody(Request request, Response response) throws IOException {
        if (hasBody(request)) {
            problems.refuse(response, Code.INVALID_ARGUMENT, "a request must have no body");
            return false;
        }
        return true;
    }
}
