package io.imagehandler.ondemand.http;

import io.imagehandler.ondemand.observation.RequestRecord;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;

/// Answers with an error.
final class Problems {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_WAIT_SECONDS = 3;

    private final CachingSettings caching;

    Problems(CachingSettings caching) {
        this.caching = caching;
    }

    /// Says that the method is not allowed, and which are.
    void refuseMethod(HttpServletResponse response) throws IOException {
        prepare(response, Code.METHOD_NOT_ALLOWED);
        response.setHeader("Allow", "GET, HEAD");
        send(response, Problem.of(Code.METHOD_NOT_ALLOWED, "only GET and HEAD are allowed"));
    }

    /// Says that a file has no such bytes, and how many it has.
    void refuseRange(HttpServletResponse response, long length) throws IOException {
        prepare(response, Code.RANGE_NOT_SATISFIABLE);
        response.setHeader("Content-Range", "bytes */" + length);
        send(response, Problem.of(Code.RANGE_NOT_SATISFIABLE, "the original has no such bytes"));
    }

    /// Writes the whole answer; what was prepared of another one is dropped.
    void refuse(HttpServletResponse response, Code code, String detail) throws IOException {
        write(response, code, Problem.of(code, detail));
    }

    /// Writes the whole answer; what was prepared of another one is dropped.
    void write(HttpServletResponse response, Code code, Problem problem) throws IOException {
        prepare(response, code);
        send(response, problem);
    }

    private void prepare(HttpServletResponse response, Code code) {
        Guards.clear(response);
        RequestRecord.current().refused(code.word());
        response.setStatus(code.status().value());
        response.setHeader("Cache-Control", cacheControl(code));
        if (code.isTemporary()) {
            int seconds = 1 + ThreadLocalRandom.current().nextInt(LONGEST_WAIT_SECONDS);
            response.setIntHeader("Retry-After", seconds);
        }
    }

    private static void send(HttpServletResponse response, Problem problem) throws IOException {
        byte[] body = JSON.writeValueAsBytes(problem);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private String cacheControl(Code code) {
        return switch (code.kept()) {
            case AS_INVALID -> keep(caching.invalid());
            case AS_ABSENT -> keep(caching.absent());
            case AS_UNUSABLE -> keep(caching.unusable());
            case NOT -> "no-store";
        };
    }

    private static String keep(Duration time) {
        return Lifetime.of(time).cacheControl();
    }
}
