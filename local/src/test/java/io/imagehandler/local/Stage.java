package io.imagehandler.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.imagehandler.local.aws.Clients;
import io.imagehandler.local.aws.Endpoints;
import io.imagehandler.local.aws.Names;
import io.imagehandler.local.s3.ObjectChange;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The running product as its users see it: S3 on one side, the edge on the other.
final class Stage implements AutoCloseable {

    private static final List<QueueAttributeName> COUNTS =
            List.of(
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                    QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);

    private final Product product;
    private final Endpoints endpoints;
    private final Path logs;
    private final Runnable end;
    private final S3Client s3;
    private final SqsClient sqs;
    private final HttpClient http = HttpClient.newBuilder().proxy(ProxySelector.of(null)).build();

    /// Waits until everything is up.
    ///
    /// @param end ends the product and what it runs on
    Stage(Product product, Endpoints endpoints, Path logs, Runnable end)
            throws InterruptedException {
        this.product = product;
        this.endpoints = endpoints;
        this.logs = logs;
        this.end = end;
        this.s3 = Clients.s3(endpoints.s3());
        this.sqs = Clients.sqs(endpoints.sqs());
        product.awaitReady();
    }

    /// The entity tag of what is stored now.
    String upload(String key, byte[] bytes, String type) {
        return s3.putObject(
                        put -> put.bucket(Names.ORIGINALS).key(key).contentType(type),
                        RequestBody.fromBytes(bytes))
                .eTag()
                .replace("\"", "");
    }

    void delete(String key) {
        s3.deleteObject(delete -> delete.bucket(Names.ORIGINALS).key(key));
    }

    /// The paths of what was made of an original: in styles, or ad hoc.
    List<String> made(String area, String key) {
        return s3
                .listObjectsV2(
                        list -> list.bucket(Names.DERIVED).prefix("_r/%s/%s/".formatted(area, key)))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    HeadObjectResponse head(String path) {
        return s3.headObject(head -> head.bucket(Names.DERIVED).key(path));
    }

    byte[] rendition(String path) {
        return s3.getObjectAsBytes(get -> get.bucket(Names.DERIVED).key(path)).asByteArray();
    }

    /// Asks the edge.
    ///
    /// @param key not percent-encoded
    HttpResponse<byte[]> get(String key, String query, String accept)
            throws IOException, InterruptedException {
        var path =
                Arrays.stream(key.split("/", -1))
                        .map(part -> URLEncoder.encode(part, UTF_8).replace("+", "%20"))
                        .collect(Collectors.joining("/"));
        var uri = URI.create(product.edge() + "/" + path + (query.isEmpty() ? "" : "?" + query));
        var request = HttpRequest.newBuilder(uri).header("Accept", accept).build();
        return http.send(request, BodyHandlers.ofByteArray());
    }

    /// Asks the on-demand service itself, which keeps nothing.
    ///
    /// @param target raw
    HttpResponse<byte[]> made(String target) throws IOException, InterruptedException {
        var uri = URI.create(product.onDemand() + target);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    }

    /// What the worker counts, as Prometheus reads it.
    String workerFigures() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(product.workerFigures()).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /// What operators do to the styles, by the command that they have for it.
    StyleCommand styles(String... words) throws IOException, InterruptedException {
        return StyleCommand.run(endpoints.dynamoDb(), words);
    }

    HttpResponse<byte[]> get(String key, String query) throws IOException, InterruptedException {
        return get(key, query, "*/*");
    }

    /// Has the edge forget an original and all that was made of it.
    void invalidate(String key) {
        forget(key);
        made("s", key).forEach(this::forget);
        made("x", key).forEach(this::forget);
    }

    private void forget(String key) {
        product.forget(new ObjectChange(ObjectChange.Kind.PUT, "any", key, 0, ""));
    }

    /// Whether no event is waiting, delayed or worked on.
    boolean isQuiet() {
        var url = sqs.getQueueUrl(get -> get.queueName(Names.QUEUE)).queueUrl();
        return sqs
                .getQueueAttributes(get -> get.queueUrl(url).attributeNames(COUNTS))
                .attributes()
                .values()
                .stream()
                .allMatch("0"::equals);
    }

    /// Whether both services run.
    boolean isAlive() {
        return product.isAlive();
    }

    /// Whether the engine that was found writes WebP.
    boolean writesWebp() throws IOException {
        return Files.readString(logs.resolve("renditions-worker.log")).contains("engine: vips");
    }

    @Override
    public void close() {
        http.close();
        s3.close();
        sqs.close();
        end.run();
    }
}
