package io.imagehandler.local.edge;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What a viewer sent.
///
/// @param method in capitals
/// @param path as received, percent-encoded
/// @param query as received, without the `?`; empty if there is none
/// @param headers by their names in lower case; several lines of one name are joined by commas
record ViewerRequest(String method, String path, String query, Map<String, String> headers) {

    ViewerRequest {
        headers = Map.copyOf(headers);
    }

    static ViewerRequest of(HttpExchange exchange) {
        String target = targetOf(exchange);
        int mark = target.indexOf('?');
        var headers = new TreeMap<String, String>();
        for (Map.Entry<String, List<String>> line : exchange.getRequestHeaders().entrySet()) {
            headers.put(line.getKey().toLowerCase(Locale.ROOT), String.join(",", line.getValue()));
        }
        return new ViewerRequest(
                exchange.getRequestMethod(),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                headers);
    }

    /// The request's target as received: [java.net.URI#getRawPath] would take what follows two
    /// slashes for a host.
    private static String targetOf(HttpExchange exchange) {
        var uri = exchange.getRequestURI();
        if (!uri.isAbsolute()) {
            return uri.toString();
        }
        return uri.getRawQuery() == null
                ? uri.getRawPath()
                : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    /// The header of that lower-case name, or the empty text.
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    int length() {
        return path.length() + query.length();
    }

    boolean isHead() {
        return method.equals("HEAD");
    }
}
