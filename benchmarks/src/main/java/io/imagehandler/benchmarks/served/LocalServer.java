package io.imagehandler.benchmarks.served;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// A service of this product, started as in its image, before the stand-ins of `local/` for AWS:
/// the original comes from S3, and renditions are stored there.
public final class LocalServer implements Server {

    private static final int ORIGINALS = 12;
    private static final int EDGE = 28_080;
    private static final int ON_DEMAND = 28_081;
    private static final int WORKER = 28_082;
    private static final int S3 = 28_090;
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Process local;
    private final Process service;
    private final S3Client s3;

    private LocalServer(Process local, Process service) {
        this.local = local;
        this.service = service;
        this.s3 = client();
    }

    /// The on-demand service.
    ///
    /// @param root of the repository, in which everything is built
    /// @param folder for its data; must not be there yet, so that every run starts alike
    public static LocalServer onDemand(Path root, Path folder, Path photo)
            throws IOException, InterruptedException {
        var server = start(root, folder, "on-demand", ON_DEMAND);
        for (int i = 0; i < ORIGINALS; i++) {
            server.upload(key(i), photo);
        }
        return server;
    }

    /// The worker.
    ///
    /// @param root, folder as for [#onDemand]
    public static LocalServer worker(Path root, Path folder)
            throws IOException, InterruptedException {
        return start(root, folder, "renditions-worker", WORKER);
    }

    private static LocalServer start(Path root, Path folder, String name, int port)
            throws IOException, InterruptedException {
        var builder = Shipped.service(root, name);
        var standIns = new ProcessBuilder(standIns(root, folder)).directory(root.toFile());
        var local = quiet(standIns, folder.resolveSibling("local.log"));
        Path variables = folder.resolve(name + ".env");
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!Files.exists(folder.resolve("renditions-worker.env"))) {
            if (!local.isAlive() || System.nanoTime() > end) {
                throw new IOException("the stand-ins for AWS did not start");
            }
            Thread.sleep(200);
        }
        Processes.variables(variables, builder.environment());
        var service = quiet(builder, folder.resolveSibling(name + ".log"));
        Clients.awaitReady(URI.create("http://127.0.0.1:" + port + "/health"), service.toHandle());
        return new LocalServer(local, service);
    }

    private static List<String> standIns(Path root, Path folder) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Processes.java(),
                                "-XX:+UseSerialGC",
                                "-Xmx512m",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                root.resolve("local/target/classes")
                                        + ":"
                                        + Files.readString(
                                                root.resolve("local/target/classpath.txt"))));
        command.addAll(
                List.of(
                        "io.imagehandler.local.Local",
                        "--services=external",
                        "--edge-port=" + EDGE,
                        "--on-demand-port=" + ON_DEMAND,
                        "--management-port=28083",
                        "--worker-port=" + WORKER,
                        "--s3-port=" + S3,
                        "--sqs-port=28093",
                        "--dynamodb-port=28094",
                        "--data=" + folder));
        return command;
    }

    private static Process quiet(ProcessBuilder builder, Path log) throws IOException {
        return builder.redirectErrorStream(true).redirectOutput(Redirect.to(log.toFile())).start();
    }

    /// Stores a picture as a user does.
    public void upload(String key, Path photo) {
        s3.putObject(
                put -> put.bucket("originals").key(key).contentType("image/jpeg"),
                RequestBody.fromFile(photo));
    }

    /// How many renditions of styles are stored of a key.
    public int renditions(String key) {
        return s3.listObjectsV2(list -> list.bucket("derived").prefix("_r/s/" + key + "/"))
                .contents()
                .size();
    }

    @Override
    public String name() {
        return "this product";
    }

    @Override
    public ProcessHandle process() {
        return service.toHandle();
    }

    @Override
    public URI equal(int number) {
        return rendition(0, Server.width(number), Server.quality(number));
    }

    @Override
    public URI usual(int number, int quality) {
        return rendition(number / 200 % ORIGINALS, Server.width(number), quality);
    }

    private static URI rendition(int original, int width, int quality) {
        return URI.create(
                "http://127.0.0.1:%d/%s?x-oss-process=image/resize,w_%d/quality,Q_%d/format,webp"
                        .formatted(ON_DEMAND, key(original), width, quality));
    }

    private static String key(int original) {
        return "bench-" + original + ".jpg";
    }

    @Override
    public void close() {
        s3.close();
        service.destroy();
        local.destroy();
        try {
            service.waitFor();
            local.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static S3Client client() {
        return S3Client.builder()
                .forcePathStyle(true)
                .endpointOverride(URI.create("http://127.0.0.1:" + S3))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")))
                .build();
    }
}
