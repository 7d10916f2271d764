package io.imagehandler.ondemand.http;

import io.imagehandler.ondemand.observation.RequestValve;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;

/// Headers of every answer, whatever it says: they keep a browser from taking a picture for
/// something else, and tell whose pages and scripts may have it.
final class Guards {

    private static final String NO_SNIFFING = "X-Content-Type-Options";
    private static final String POLICY = "Content-Security-Policy";
    private static final String EMBEDDING = "Cross-Origin-Resource-Policy";
    private static final String SHARED_WITH = "Access-Control-Allow-Origin";
    private static final String SHARED = "Access-Control-Expose-Headers";
    private static final String EXPOSED =
            "ETag, Content-Length, Content-Range, Accept-Ranges, X-Request-Id";
    private static final String VARY = "Vary";
    private static final String ORIGIN = "Origin";

    private final CorsSettings cors;

    Guards(CorsSettings cors) {
        this.cors = cors;
    }

    void add(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(NO_SNIFFING, "nosniff");
        response.setHeader(POLICY, "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        // Pictures are there to be shown on the pages of other sites, those with an embedder
        // policy included. Who must not have one is kept out by signatures, not by browsers.
        response.setHeader(EMBEDDING, "cross-origin");
        if (cors.allowsAll()) {
            response.setHeader(SHARED_WITH, "*");
            response.setHeader(SHARED, EXPOSED);
        } else if (cors.isOn()) {
            varies(response, ORIGIN);
            String origin = request.getHeader(ORIGIN);
            if (origin != null && cors.allows(origin)) {
                response.setHeader(SHARED_WITH, origin);
                response.setHeader(SHARED, EXPOSED);
            }
        }
    }

    /// Drops what was prepared of an answer, but for what every answer has.
    static void clear(HttpServletResponse response) {
        var kept = new LinkedHashMap<String, String>();
        var lasting =
                List.of(
                        RequestValve.REQUEST_ID,
                        NO_SNIFFING,
                        POLICY,
                        EMBEDDING,
                        SHARED_WITH,
                        SHARED);
        for (String name : lasting) {
            String value = response.getHeader(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        String vary = response.getHeader(VARY);
        response.reset();
        kept.forEach(response::setHeader);
        if (vary != null && vary.startsWith(ORIGIN)) {
            varies(response, ORIGIN);
        }
    }

    /// Says that the answer depends on that header of the request, beside others.
    static void varies(HttpServletResponse response, String header) {
        String before = response.getHeader(VARY);
        response.setHeader(VARY, before == null ? header : before + ", " + header);
    }
}
