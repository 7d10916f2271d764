package io.imagehandler.local.edge;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// What goes to the viewer.
///
/// @param length of the body in bytes, or -1 if it ends when it ends
record Reply(int status, Map<String, String> headers, InputStream body, long length) {

    /// What every answer carries: nothing that we serve is a page, and every site may use it.
    private static final Map<String, String> POLICY =
            Map.of(
                    "x-content-type-options", "nosniff",
                    "content-security-policy",
                            "default-src 'none'; style-src 'unsafe-inline'; sandbox",
                    "access-control-allow-origin", "*",
                    "access-control-allow-methods", "GET, HEAD");

    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply of(Verdict.Refusal refusal) {
        byte[] body = refusal.body().getBytes(StandardCharsets.UTF_8);
        return new Reply(
                refusal.status(), refusal.headers(), new ByteArrayInputStream(body), body.length);
    }

    /// The same with one more header.
    Reply with(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body, length);
    }

    /// The same, or 304 if the viewer has what he asks for.
    Reply unlessKnown(ViewerRequest request) throws IOException {
        String known = request.header("if-none-match").replace("W/", "");
        String tag = headers.getOrDefault("etag", "").replace("W/", "");
        boolean same = known.equals("*") || (!tag.isEmpty() && known.contains(tag));
        if (!same || (status != 200 && status != 206)) {
            return this;
        }
        body.close();
        var kept = new HashMap<>(headers);
        kept.remove("content-range");
        return new Reply(304, kept, InputStream.nullInputStream(), 0);
    }

    void send(HttpExchange exchange, boolean withBody) throws IOException {
        var sent = exchange.getResponseHeaders();
        headers.forEach(sent::set);
        POLICY.forEach(sent::set);
        sent.remove("content-length");
        try (body) {
            if (withBody && length != 0 && status != 304) {
                exchange.sendResponseHeaders(status, Math.max(length, 0));
                body.transferTo(exchange.getResponseBody());
            } else {
                if (length >= 0 && status != 304) {
                    sent.set("content-length", Long.toString(length));
                }
                exchange.sendResponseHeaders(status, -1);
            }
        }
    }
}
