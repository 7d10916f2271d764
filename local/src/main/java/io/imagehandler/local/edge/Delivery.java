package io.imagehandler.local.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fetches what is not cached from the origins, and caches it. Safe for use by many threads.
final class Delivery {

    /// What is larger passes through uncached, in bytes.
    static final int MOST_CACHED = 8 << 20;

    private static final String DEFAULT = "originals";

    private final Map<String, Origin> origins;
    private final EdgeCache cache;
    private final Lifetimes lifetimes;

    /// @param origins by their ids; `originals` is the default
    Delivery(Map<String, Origin> origins, EdgeCache cache, Lifetimes lifetimes) {
        this.origins = Map.copyOf(origins);
        this.cache = cache;
        this.lifetimes = lifetimes;
    }

    Reply deliver(Verdict.Forward forward, ViewerRequest request) throws IOException {
        Optional<EdgeCache.Kept> kept = cache.get(forward.path());
        if (kept.isPresent()) {
            return kept.get()
                    .response()
                    .to(request)
                    .unlessKnown(request)
                    .with("x-cache", "Hit from edge")
                    .with("age", Long.toString(kept.get().age().toSeconds()));
        }
        return fetched(forward, request).unlessKnown(request).with("x-cache", "Miss from edge");
    }

    private Reply fetched(Verdict.Forward forward, ViewerRequest request) throws IOException {
        long began = cache.generation();
        OriginResponse response = fetch(forward, request.header("range"));
        Duration lifetime =
                lifetimes.of(
                        response.status(), response.headers().getOrDefault("cache-control", ""));
        boolean part = response.status() == 206 || response.status() == 416;
        if (part || response.length() > MOST_CACHED) {
            return passed(response, response.body());
        }
        byte[] body = response.body().readNBytes(MOST_CACHED + 1);
        if (body.length > MOST_CACHED) {
            return passed(response, rest(body, response));
        }
        response.close();
        if (response.length() >= 0 && response.length() != body.length) {
            return Reply.of(Problem.of(502, "ServiceUnavailable")); // it broke off
        }
        var whole = new Response(response.status(), response.headers(), body);
        cache.put(forward.path(), whole, lifetime, began);
        return whole.to(request);
    }

    private OriginResponse fetch(Verdict.Forward forward, String range) throws IOException {
        List<String> group = forward.group().isEmpty() ? List.of(DEFAULT) : forward.group();
        Iterator<String> ids = group.iterator();
        OriginResponse response = origin(ids.next()).fetch(forward.path(), range);
        while (ids.hasNext() && forward.failover().contains(response.status())) {
            response.close();
            response = origin(ids.next()).fetch(forward.path(), range);
        }
        return response;
    }

    private Origin origin(String id) {
        Origin origin = origins.get(id);
        if (origin == null) {
            throw new IllegalStateException("the function chose an origin that is none: " + id);
        }
        return origin;
    }

    private static Reply passed(OriginResponse response, InputStream body) {
        return new Reply(response.status(), response.headers(), body, response.length());
    }

    private static InputStream rest(byte[] read, OriginResponse response) {
        return new SequenceInputStream(new ByteArrayInputStream(read), response.body());
    }
}
