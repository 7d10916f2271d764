package io.imagehandler.local.edge;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/// An answer that is held whole in memory. Immutable.
final class Response {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /// @param headers by their names in lower case
    /// @param body not copied: nobody may change it any more
    Response(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /// What it takes of a cache, in bytes: the body, and about as much as headers and path take.
    long weight() {
        return body.length + 1024L;
    }

    int length() {
        return body.length;
    }

    /// What the viewer gets of it: everything, the part asked for, or only the news that he has it.
    Reply to(ViewerRequest request) {
        if (status != 200) {
            return new Reply(status, headers, stream(0, body.length), body.length);
        }
        String tag = headers.getOrDefault("etag", "");
        return switch (rangeOf(request, tag)) {
            case ByteRange.Whole() -> new Reply(200, ranged(""), stream(0, length()), length());
            case ByteRange.Part(int from, int to) ->
                    new Reply(
                            206,
                            ranged("bytes %d-%d/%d".formatted(from, to, length())),
                            stream(from, to + 1),
                            to + 1 - from);
            case ByteRange.Beyond() ->
                    new Reply(
                            416,
                            Map.of("content-range", "bytes */" + length()),
                            InputStream.nullInputStream(),
                            0);
        };
    }

    private ByteRange rangeOf(ViewerRequest request, String tag) {
        String condition = request.header("if-range");
        return condition.isEmpty() || condition.equals(tag)
                ? ByteRange.parse(request.header("range"), length())
                : new ByteRange.Whole();
    }

    private Map<String, String> ranged(String range) {
        var all = new HashMap<>(headers);
        all.put("accept-ranges", "bytes");
        if (!range.isEmpty()) {
            all.put("content-range", range);
        }
        return all;
    }

    private InputStream stream(int from, int to) {
        return new ByteArrayInputStream(body, from, to - from);
    }
}
