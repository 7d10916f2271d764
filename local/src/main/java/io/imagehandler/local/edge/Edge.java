package io.imagehandler.local.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An HTTP server that does what CloudFront will: it lets the function say what a request means,
/// answers from its cache, or fetches from the originals, or from the renditions and, where there
/// is none, from the on-demand service. Safe for use by many threads.
public final class Edge implements AutoCloseable {

    private static final int MOST_URL_BYTES = 8192;
    private static final long CACHE_BYTES = 64L << 20;

    private final EdgeFunction viewerRequest;
    private final EdgeFunction reserved;
    private final EdgeCache cache;
    private final Delivery delivery;
    private final Map<String, Origin> origins;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @throws IOException if the port is taken or the host is not this machine's
    public Edge(EdgeSettings settings) throws IOException {
        this(
                new InetSocketAddress(settings.host(), settings.port()),
                Map.of(
                        "originals", new S3Origin(settings.s3(), settings.originals()),
                        "derived", new S3Origin(settings.s3(), settings.derived()),
                        "on-demand", new HttpOrigin(settings.onDemand())),
                new Rules(
                        settings.deployment(),
                        settings.store(),
                        settings.longestTimeToLive(),
                        InstantSource.system()));
    }

    /// What the edge goes by.
    record Rules(
            Deployment deployment,
            KeyValueStore store,
            Duration longestTimeToLive,
            InstantSource clock) {}

    Edge(InetSocketAddress at, Map<String, Origin> origins, Rules rules) throws IOException {
        // Read once by the JDK's server: without it every answer waits for the viewer's
        // acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = HttpServer.create(at, 0);
        this.origins = Map.copyOf(origins);
        this.cache = new EdgeCache(CACHE_BYTES, rules.clock());
        this.delivery = new Delivery(origins, cache, new Lifetimes(rules.longestTimeToLive()));
        this.viewerRequest = function("viewer-request.js", rules);
        this.reserved = function("reserved.js", rules);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    private static EdgeFunction function(String file, Rules rules) {
        return EdgeFunction.load(file, rules.deployment(), rules.store(), rules.clock());
    }

    /// Begins to answer.
    public void start() {
        server.start();
    }

    /// The port that it listens on.
    public int port() {
        return server.getAddress().getPort();
    }

    /// Forgets what is cached under the path, as an invalidation of exactly this path does.
    ///
    /// @param path with its leading `/`, percent-encoded in any spelling: that of an original's
    ///   key, or of a rendition's (`/_r/...`); with a `*` at its end of all that begin so
    /// @throws IllegalArgumentException if an escape is malformed
    public void invalidate(String path) {
        if (path.endsWith("*")) {
            cache.invalidateAll(UriPath.canonical(path.substring(0, path.length() - 1)));
        } else {
            cache.invalidate(UriPath.canonical(path));
        }
    }

    /// Forgets what is cached of the object of that key, not percent-encoded, in either bucket.
    public void invalidateKey(String key) {
        cache.invalidate(UriPath.encode("/" + key));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            ViewerRequest request = ViewerRequest.of(exchange);
            reply(request).send(exchange, !request.isHead());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // we are closing
        }
    }

    private Reply reply(ViewerRequest request) throws IOException, InterruptedException {
        if (!request.method().equals("GET") && !request.isHead()) {
            return own(Problem.of(405, "MethodNotAllowed")).with("allow", "GET, HEAD");
        }
        if (request.length() > MOST_URL_BYTES) {
            return own(Problem.of(414, "UriTooLong"));
        }
        EdgeFunction function = UriPath.isReserved(request.path()) ? reserved : viewerRequest;
        return switch (function.judge(request)) {
            case Verdict.Refusal refusal -> own(refusal);
            case Verdict.Forward forward -> delivery.deliver(forward, request);
        };
    }

    private static Reply own(Verdict.Refusal refusal) {
        return Reply.of(refusal).with("x-cache", "Miss from edge");
    }

    /// Stops listening and ends what is under way.
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        threads.close();
        viewerRequest.close();
        reserved.close();
        origins.values().forEach(Origin::close);
    }
}
