package io.imagehandler.benchmarks.served;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// The stand-ins of `local/` for AWS, in a process of their own.
public final class StandIns implements AutoCloseable {

    /// Where their S3 is, by path, for [#KEY] and [#SECRET].
    public static final URI ENDPOINT = URI.create("http://127.0.0.1:28090");

    public static final Region REGION = Region.US_EAST_1;
    static final int ON_DEMAND = 28_081;
    static final int WORKER = 28_082;

    private static final String KEY = "test";
    private static final String SECRET = "test";
    private static final int EDGE = 28_080;
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Process process;
    private final Path folder;
    private final S3Client s3;

    private StandIns(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.s3 = client();
    }

    /// @param root of the repository, in which everything is built
    /// @param folder for their data; must not be there yet, so that every run starts alike
    public static StandIns start(Path root, Path folder) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command(root, folder)).directory(root.toFile());
        var process = Processes.quiet(builder, folder.resolveSibling("local.log"));
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!Files.exists(folder.resolve("renditions-worker.env"))) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("the stand-ins for AWS did not start");
            }
            Thread.sleep(200);
        }
        return new StandIns(process, folder);
    }

    private static List<String> command(Path root, Path folder) throws IOException {
        String classPath =
                root.resolve("local/target/classes")
                        + ":"
                        + Files.readString(root.resolve("local/target/classpath.txt"));
        var command = new ArrayList<>(List.of(Processes.java(), "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPath,
                        "io.imagehandler.local.Local",
                        "--services=external",
                        "--edge-port=" + EDGE,
                        "--on-demand-port=" + ON_DEMAND,
                        "--management-port=28083",
                        "--worker-port=" + WORKER,
                        "--s3-port=" + ENDPOINT.getPort(),
                        "--sqs-port=28093",
                        "--dynamodb-port=28094",
                        "--data=" + folder));
        return command;
    }

    /// What a client of S3 finds in its environment.
    public static void credentials(Map<String, String> environment) {
        environment.put("AWS_ACCESS_KEY_ID", KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", SECRET);
        environment.put("AWS_REGION", REGION.id());
    }

    /// What a service finds in its environment.
    ///
    /// @param service `on-demand` or `renditions-worker`
    void settings(String service, Map<String, String> environment) throws IOException {
        Processes.variables(folder.resolve(service + ".env"), environment);
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /// Stores a picture as a user does.
    public void upload(String key, Path photo) {
        s3.putObject(
                put -> put.bucket("originals").key(key).contentType("image/jpeg"),
                RequestBody.fromFile(photo));
    }

    /// How many renditions are stored below a prefix, at most 1,000.
    public int renditions(String prefix) {
        return s3.listObjectsV2(list -> list.bucket("derived").prefix(prefix)).contents().size();
    }

    @Override
    public void close() {
        s3.close();
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static S3Client client() {
        return S3Client.builder()
                .httpClientBuilder(Apache5HttpClient.builder())
                .forcePathStyle(true)
                .endpointOverride(ENDPOINT)
                .region(REGION)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)))
                .build();
    }
}
