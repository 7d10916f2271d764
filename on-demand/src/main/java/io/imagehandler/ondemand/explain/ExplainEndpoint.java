package io.imagehandler.ondemand.explain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/// `GET /actuator/explain?url=…&accept=…` on the management port. Changes nothing and renders
/// nothing.
@Endpoint(id = "explain")
public final class ExplainEndpoint {

    private final Explainer explainer;

    ExplainEndpoint(Explainer explainer) {
        this.explainer = explainer;
    }

    /// @param url as a client would ask, percent-encoded, with its query; with or without scheme
    ///   and host
    /// @param accept the client's header of that name; left out: none
    @ReadOperation
    public Explanation explain(String url, @Nullable String accept) {
        String target = withoutHost(url);
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        return explainer.explain(path, query, Objects.requireNonNullElse(accept, ""));
    }

    private static String withoutHost(String url) {
        int scheme = url.indexOf("://");
        if (scheme < 0 || url.startsWith("/")) {
            return url;
        }
        int path = url.indexOf('/', scheme + 3);
        return path < 0 ? "/" : url.substring(path);
    }
}
