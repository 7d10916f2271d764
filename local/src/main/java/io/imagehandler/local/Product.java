package io.imagehandler.local;

import io.imagehandler.local.aws.Clients;
import io.imagehandler.local.aws.Names;
import io.imagehandler.local.dynamodb.StyleTable;
import io.imagehandler.local.edge.Edge;
import io.imagehandler.local.edge.EdgeSettings;
import io.imagehandler.local.notice.NoticeServer;
import io.imagehandler.local.s3.ObjectChange;
import io.imagehandler.local.service.ServiceDied;
import io.imagehandler.local.service.ServiceSettings;
import io.imagehandler.local.service.Services;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// What we make, running on an AWS that is there: both services, and the edge in front of them.
final class Product implements AutoCloseable {

    /// Where each part listens; 1 to 65535, the edge's may be 0 for any free one.
    record Ports(int edge, Services.Ports services) {}

    /// The folder of all that is said, and who runs the services.
    record Place(Path logs, Services.Host host) {}

    private static final Duration LONGEST_CACHED = Duration.ofDays(365);

    private final S3Client s3;
    private final DynamoDbClient dynamoDb;
    private final Edge edge;
    private final NoticeServer notices;
    private final Services services;

    private Product(S3Client s3, DynamoDbClient dynamoDb, Edge edge, Told told) {
        this.s3 = s3;
        this.dynamoDb = dynamoDb;
        this.edge = edge;
        this.notices = told.notices();
        this.services = told.services();
    }

    /// The services, and what the worker tells others by.
    private record Told(NoticeServer notices, Services services) {}

    /// Starts everything, and does not wait for the services.
    ///
    /// @param urls which of them must be signed
    /// @param place where what is said goes to, and who runs the services
    static Product start(ServiceSettings settings, Ports ports, SignedUrls urls, Place place)
            throws IOException {
        var s3 = Clients.s3(settings.endpoints().s3());
        var dynamoDb = Clients.dynamoDb(settings.endpoints().dynamoDb());
        var edge =
                new Edge(
                        new EdgeSettings(
                                "127.0.0.1",
                                ports.edge(),
                                s3,
                                Names.ORIGINALS,
                                Names.DERIVED,
                                ports.services().pictures(),
                                urls.deployment(),
                                urls.beside(new StyleFeed(new StyleTable(dynamoDb, Names.STYLES))),
                                LONGEST_CACHED));
        edge.start();
        return new Product(s3, dynamoDb, edge, told(settings, ports, edge, place));
    }

    private static Told told(ServiceSettings settings, Ports ports, Edge edge, Place place)
            throws IOException {
        var shown = new Notices(place.logs());
        var notices =
                NoticeServer.start(
                        new NoticeServer.Listeners(
                                path -> {
                                    edge.invalidate(path);
                                    shown.forgets(path);
                                },
                                shown::show));
        var telling = settings.telling(notices.endpoint());
        return new Told(notices, place.host().start(telling, ports.services()));
    }

    /// See [Services#awaitReady].
    void awaitReady() throws InterruptedException {
        services.awaitReady();
    }

    /// See [Services#workerFigures].
    URI workerFigures() {
        return services.workerFigures();
    }

    /// See [Services#onDeath].
    void onDeath(Consumer<ServiceDied> listener) {
        services.onDeath(listener);
    }

    /// Whether both services run.
    boolean isAlive() {
        return services.areAlive();
    }

    /// Where pictures are asked for.
    URI edge() {
        return URI.create("http://127.0.0.1:" + edge.port());
    }

    /// Where the edge asks for what is not stored.
    URI onDemand() {
        return services.ports().pictures();
    }

    /// Has the edge forget what it cached of an object that changed.
    void forget(ObjectChange change) {
        edge.invalidateKey(change.key());
    }

    @Override
    public void close() {
        edge.close();
        services.close();
        notices.close();
        s3.close();
        dynamoDb.close();
    }
}
