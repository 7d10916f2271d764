package io.imagehandler.local.edge;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// An origin that speaks HTTP, with the time limits that CloudFront will have: 3 s to connect, 30 s
/// to answer.
final class HttpOrigin implements Origin {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "keep-alive", "transfer-encoding", "date", ":status");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(3))
                    .build();
    private final String base;

    /// @param base scheme, host and port; a path of its own is ignored
    HttpOrigin(URI base) {
        this.base = base.getScheme() + "://" + base.getRawAuthority();
    }

    @Override
    public OriginResponse fetch(String path, String range) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        if (!range.isEmpty()) {
            request.header("Range", range);
        }
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), BodyHandlers.ofInputStream());
            return new OriginResponse(response.statusCode(), headersOf(response), response.body());
        } catch (HttpTimeoutException _) {
            return OriginResponse.problem(504, "Timeout");
        } catch (IOException _) {
            return OriginResponse.problem(502, "ServiceUnavailable");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return OriginResponse.problem(504, "Timeout");
        }
    }

    private static Map<String, String> headersOf(HttpResponse<?> response) {
        var headers = new HashMap<String, String>();
        response.headers()
                .map()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        headers.keySet().removeAll(OF_THE_CONNECTION);
        return headers;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
