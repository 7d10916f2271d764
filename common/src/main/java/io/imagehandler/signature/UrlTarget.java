package io.imagehandler.signature;

/// What of a URL is asked for, as it is written there.
///
/// @param path with its leading `/`
/// @param query without the `?`; empty if there is none
/// @param joint what comes between the URL and another parameter: `?`, `&` or nothing
record UrlTarget(String path, String query, String joint) {

    /// @throws IllegalArgumentException if it has no path, or has a fragment
    static UrlTarget of(String url) {
        if (url.indexOf('#') >= 0) {
            throw new IllegalArgumentException("the URL must have no fragment but has one: " + url);
        }
        int mark = url.indexOf('?');
        String address = mark < 0 ? url : url.substring(0, mark);
        String query = mark < 0 ? "" : url.substring(mark + 1);
        return new UrlTarget(path(address), query, joint(mark, query));
    }

    private static String path(String address) {
        int scheme = address.indexOf("://");
        boolean isWhole = scheme > 0 && address.indexOf('/') > scheme;
        int start = isWhole ? address.indexOf('/', scheme + 3) : 0;
        if (start < 0 || !address.startsWith("/", start)) {
            throw new IllegalArgumentException(
                    "the URL must be https://<host>/<key> or /<key> but is " + address);
        }
        return address.substring(start);
    }

    private static String joint(int mark, String query) {
        if (mark < 0) {
            return "?";
        }
        return query.isEmpty() || query.endsWith("&") ? "" : "&";
    }
}
