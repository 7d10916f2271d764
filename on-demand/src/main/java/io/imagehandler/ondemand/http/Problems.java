package io.imagehandler.ondemand.http;

import io.imagehandler.ondemand.observation.RequestRecord;
import io.imagehandler.ondemand.observation.RequestValve;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;

/// Answers with an error.
final class Problems {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_WAIT_SECONDS = 3;

    private Problems() {}

    /// Says that the method is not allowed, and which are.
    static void refuseMethod(HttpServletResponse response) throws IOException {
        Code code = Code.METHOD_NOT_ALLOWED;
        write(response, code, Problem.of(code, "only GET and HEAD are allowed"));
    }

    /// Writes the whole answer; what was prepared of another one is dropped.
    static void write(HttpServletResponse response, Code code, Problem problem) throws IOException {
        byte[] body = JSON.writeValueAsBytes(problem);
        response.reset();
        response.setHeader(RequestValve.REQUEST_ID, problem.requestId());
        RequestRecord.current().refused(code.word());
        response.setStatus(code.status().value());
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.setHeader("Cache-Control", code.cacheControl());
        Guards.add(response);
        if (code == Code.METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", "GET, HEAD");
        }
        if (code.isTemporary()) {
            int seconds = 1 + ThreadLocalRandom.current().nextInt(LONGEST_WAIT_SECONDS);
            response.setIntHeader("Retry-After", seconds);
        }
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
