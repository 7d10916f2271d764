package io.imagehandler.ondemand.http;

import jakarta.servlet.http.HttpServletResponse;

/// Headers of every answer, which keep a browser from taking a picture for something else.
final class Guards {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private Guards() {}

    static void add(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", POLICY);
    }
}
