package io.imagehandler.local.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What an origin answered; to be closed when it is not read to its end.
///
/// @param headers by their names in lower case, without those of the connection
record OriginResponse(int status, Map<String, String> headers, InputStream body)
        implements AutoCloseable {

    OriginResponse {
        headers = Map.copyOf(headers);
    }

    /// A refusal in the form of the request language.
    static OriginResponse problem(int status, String code) {
        byte[] body = Problem.body(status, code).getBytes(StandardCharsets.UTF_8);
        return new OriginResponse(
                status,
                Map.of("content-type", "application/problem+json"),
                new ByteArrayInputStream(body));
    }

    /// The length that the origin announced, or -1.
    long length() {
        return Long.parseLong(headers.getOrDefault("content-length", "-1"));
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
