package io.imagehandler.ondemand.health;

import io.imagehandler.ondemand.health.Readiness.Verdict;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/// Answers those who watch over the service, `/health` for load balancers and `/health/live` for
/// whoever replaces containers, before everything else: on a thread of their own, whatever other
/// requests wait for, and without a line in the log.
final class HealthValve extends ValveBase {

    private final Readiness readiness;

    HealthValve(Readiness readiness) {
        super(true);
        this.readiness = readiness;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Optional<Verdict> verdict = response.isError() ? Optional.empty() : verdict(request);
        if (verdict.isPresent()) {
            answer(response, verdict.get());
        } else {
            getNext().invoke(request, response);
        }
    }

    private Optional<Verdict> verdict(Request request) {
        boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        if (!reads) {
            return Optional.empty();
        }
        return switch (Objects.requireNonNullElse(request.getRequestURI(), "")) {
            case "/health" -> Optional.of(readiness.ready());
            case "/health/live" -> Optional.of(readiness.live());
            default -> Optional.empty();
        };
    }

    private static void answer(Response response, Verdict verdict) throws IOException {
        byte[] body = verdict.word().getBytes(StandardCharsets.US_ASCII);
        response.setStatus(
                verdict.good()
                        ? HttpServletResponse.SC_OK
                        : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/plain");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.finishResponse();
    }
}
