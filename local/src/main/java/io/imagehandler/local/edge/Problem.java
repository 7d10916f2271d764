package io.imagehandler.local.edge;

import java.util.Map;

/// The edge's own refusals, as `application/problem+json` in its short form.
final class Problem {

    private static final Map<Integer, String> TITLES =
            Map.of(
                    403, "Forbidden",
                    404, "Not Found",
                    405, "Method Not Allowed",
                    414, "URI Too Long",
                    416, "Range Not Satisfiable",
                    502, "Bad Gateway",
                    503, "Service Unavailable",
                    504, "Gateway Timeout");

    private Problem() {}

    /// A refusal that no cache keeps.
    ///
    /// @param code as the request language names it; needs no escaping in JSON
    static Verdict.Refusal of(int status, String code) {
        return new Verdict.Refusal(
                status,
                Map.of("content-type", "application/problem+json", "cache-control", "no-store"),
                body(status, code));
    }

    static String body(int status, String code) {
        return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}"
                .formatted(TITLES.getOrDefault(status, "Error"), status, code);
    }
}
