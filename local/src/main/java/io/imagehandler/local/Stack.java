package io.imagehandler.local;

import io.imagehandler.local.aws.AccessKey;
import io.imagehandler.local.aws.Endpoints;
import io.imagehandler.local.service.ServiceSettings;
import io.imagehandler.local.service.Services;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The stand-ins for AWS and, on them, the product.
final class Stack implements AutoCloseable {

    private final EmbeddedAws aws;
    private final Product product;

    private Stack(EmbeddedAws aws, Product product) {
        this.aws = aws;
        this.product = product;
    }

    /// Starts everything, and does not wait for the services.
    static Stack start(Settings settings, Progress progress) throws IOException {
        progress.say("starting S3, SQS and DynamoDB, kept in " + settings.data());
        var product = new AtomicReference<Optional<Product>>(Optional.empty());
        var aws =
                EmbeddedAws.start(
                        new EmbeddedAws.Ports(
                                settings.s3Port(), settings.sqsPort(), settings.dynamoDbPort()),
                        settings.data(),
                        settings.events(),
                        change -> product.get().ifPresent(running -> running.forget(change)));
        progress.say("starting on-demand, renditions-worker and the edge");
        try {
            product.set(Optional.of(product(settings, aws.endpoints())));
        } catch (IOException e) {
            aws.close();
            throw e;
        }
        return new Stack(aws, product.get().orElseThrow());
    }

    private static Product product(Settings settings, Endpoints endpoints) throws IOException {
        return Product.start(
                new ServiceSettings(
                        endpoints,
                        AccessKey.LOCAL,
                        settings.engine().name().toLowerCase(Locale.ROOT),
                        settings.libvips()),
                new Product.Ports(
                        settings.edgePort(),
                        new Services.Ports(
                                settings.onDemandPort(),
                                settings.managementPort(),
                                settings.workerPort())),
                SignedUrls.of(settings),
                new Product.Place(logs(settings), host(settings)));
    }

    private static Services.Host host(Settings settings) {
        return switch (settings.services()) {
            case OWN -> Services.processes(logs(settings));
            case EXTERNAL -> Services.others(settings.data());
        };
    }

    /// The folder of everything that is said.
    static Path logs(Settings settings) {
        return settings.data().resolve("logs");
    }

    Product product() {
        return product;
    }

    Endpoints endpoints() {
        return aws.endpoints();
    }

    @Override
    public void close() {
        product.close();
        aws.close();
    }
}
