package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.aws.Clients;
import io.imagehandler.local.aws.Names;
import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Launch;
import io.imagehandler.local.chaos.Row;
import io.imagehandler.local.chaos.ServiceProcess;
import io.imagehandler.local.chaos.proxy.Call;
import io.imagehandler.local.dynamodb.StyleRow;
import io.imagehandler.local.dynamodb.StyleTable;
import io.imagehandler.local.s3.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;

/// All that a worker works with, behind proxies, and the workers themselves. Two styles are eager,
/// of three files in all: more would cost time and show no more.
final class Workshop implements AutoCloseable {

    /// How long a message stays hidden after a beat, where a row waits for that to be over.
    static final int VISIBILITY = 15;

    /// The style of that name.
    static final String CARD = "image/resize,w_800";

    private static final Duration STYLES_ARE_READ = Duration.ofSeconds(3);
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_LESSON = Duration.ofMinutes(5);

    private final Path folder;
    private final FaultyAws aws;
    private final Readiness written;
    private final SqsClient sqs;
    private final Queue uploads;
    private final Queue dead;
    private final Queue jobs;
    private final Originals originals;
    private final Proof proof;
    private final List<ServiceProcess> workers = new CopyOnWriteArrayList<>();

    private Workshop(Path folder, FaultyAws aws, Readiness written) throws IOException {
        this.folder = folder;
        this.aws = aws;
        this.written = written;
        this.sqs = Clients.sqs(aws.direct().sqs());
        this.uploads = new Queue(sqs, Names.QUEUE);
        this.dead = new Queue(sqs, Names.DEAD_LETTERS);
        this.jobs = new Queue(sqs, Names.BACKFILL);
        this.originals = new Originals(folder.resolve("aws").resolve("s3"), aws.client());
        this.proof = new Proof(aws.client());
    }

    /// Without workers; what is right was learnt from one.
    static Workshop open(Path folder) throws IOException, InterruptedException {
        var written = new Readiness();
        var aws = FaultyAws.start(folder, Delivery.ONCE, written::saw);
        var workshop = new Workshop(folder, aws, written);
        try {
            workshop.reduceStyles();
            workshop.uploads.take(); // the test event
            if (!Proof.isLearnt()) {
                workshop.learn();
            }
            return workshop;
        } catch (IOException | InterruptedException | RuntimeException e) {
            workshop.close();
            throw e;
        }
    }

    /// From its jar, with the collector that is deployed, and compiled fast: workers do not live
    /// long here.
    static Launch usual() {
        return Launch.usual()
                .withFlag("-XX:TieredStopAtLevel=1")
                .withFlag("-XX:+UseG1GC")
                .with("logging.structured.format.console", "logstash");
    }

    /// The same with messages that come back sooner.
    static Launch impatient() {
        return usual().with("image-handler.visibility", VISIBILITY + "s");
    }

    FaultyAws aws() {
        return aws;
    }

    /// What was written, and how often.
    Readiness written() {
        return written;
    }

    /// The worker's queue.
    Queue uploads() {
        return uploads;
    }

    /// The worker's second queue, for old originals.
    Queue jobs() {
        return jobs;
    }

    /// The dead letters.
    Queue dead() {
        return dead;
    }

    Originals originals() {
        return originals;
    }

    Proof proof() {
        return proof;
    }

    Path folder() {
        return folder;
    }

    /// What all workers have said.
    WorkerLog log() {
        return new WorkerLog(folder.resolve("worker.log"));
    }

    /// Starts a worker, and returns once it is ready.
    ServiceProcess start(Launch launch) throws IOException, InterruptedException {
        var worker = launch(launch);
        worker.awaitReady(LONGEST_START);
        return worker;
    }

    /// Starts a worker, and does not wait.
    ServiceProcess launch(Launch launch) throws IOException {
        var worker = ServiceProcess.worker(aws.faulty(), launch, folder.resolve("worker.log"));
        workers.add(worker);
        return worker;
    }

    /// Starts the other service, and returns once it is ready.
    ServiceProcess startOnDemand() throws IOException, InterruptedException {
        var log = folder.resolve("on-demand.log");
        var service = ServiceProcess.onDemand(aws.faulty(), Launch.usual(), log);
        service.awaitReady(LONGEST_START);
        return service;
    }

    /// Starts a command of the worker, and does not wait.
    Process command(String... words) throws IOException {
        return ServiceProcess.command(aws.faulty(), List.of(words), folder.resolve("command.log"));
    }

    /// What all commands have said.
    String commandLog() throws IOException {
        var log = folder.resolve("command.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /// Ends every worker at once.
    void dismiss() {
        workers.forEach(ServiceProcess::close);
        workers.clear();
    }

    /// Puts pictures there without a word.
    ///
    /// @return the keys: `prefix` and a number
    List<String> stock(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    var key = "%s%04d.jpg".formatted(prefix, number);
                    originals.put(key, Pictures.of(number));
                    return key;
                })
                .toList();
    }

    /// Holds it against the bar that all originals under a prefix are complete.
    void prove(Row row, String prefix) {
        proof.of(originals.expected(prefix)).report(row);
    }

    /// How often originals under a prefix were read.
    long decodes(String prefix) {
        return aws.s3().count(reads(prefix));
    }

    /// Looks into a bucket.
    static Predicate<Call> lists(String bucket) {
        return call -> call.method().equals("GET") && call.path().matches("/" + bucket + "/?");
    }

    static Predicate<Call> reads(String prefix) {
        return Call.to("GET", "/%s/%s".formatted(Names.ORIGINALS, prefix));
    }

    /// From now on this is the style called `card`; waits until workers know it.
    void restyle(String style) throws InterruptedException {
        try (var dynamoDb = Clients.dynamoDb(aws.direct().dynamoDb())) {
            new StyleTable(dynamoDb, Names.STYLES)
                    .put(new StyleRow("card", style, true, "", Set.of(), 0));
        }
        Thread.sleep(STYLES_ARE_READ);
    }

    private void reduceStyles() {
        try (var dynamoDb = Clients.dynamoDb(aws.direct().dynamoDb())) {
            for (var seed : StyleTable.SEEDS) {
                dynamoDb.deleteItem(delete ->
                        delete.tableName(Names.STYLES)
                                .key(Map.of("id", AttributeValue.fromS(seed.name()))));
            }
            var styles = new StyleTable(dynamoDb, Names.STYLES);
            styles.put(StyleRow.eager("thumb", "image/resize,m_fill,w_200,h_200"));
            styles.put(new StyleRow("card", CARD, true, "", Set.of(), 0));
        }
    }

    private void learn() throws IOException, InterruptedException {
        var keys = stock("lesson/", Pictures.ALL.size());
        uploads.send(keys.stream().map(Events::created).toList());
        try (var worker = start(usual().with("image-handler.slots", "1"))) {
            workers.remove(worker);
            if (uploads.awaitEmpty(LONGEST_LESSON).equals(LONGEST_LESSON)) {
                throw new IOException("a worker alone does not get done");
            }
        }
        proof.learn(originals.expected("lesson/"));
    }

    @Override
    public void close() throws IOException {
        dismiss();
        originals.close();
        sqs.close();
        aws.close();
    }
}
