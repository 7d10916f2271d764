package io.imagehandler.local.chaos.ondemand;

import static org.awaitility.Awaitility.await;

import io.imagehandler.local.aws.Endpoints;
import io.imagehandler.local.chaos.FaultyAws;
import io.imagehandler.local.chaos.Launch;
import io.imagehandler.local.chaos.Photos;
import io.imagehandler.local.chaos.ProcessFigures;
import io.imagehandler.local.chaos.ServiceProcess;
import io.imagehandler.local.chaos.http.Answer;
import io.imagehandler.local.chaos.http.Client;
import io.imagehandler.local.chaos.load.Load;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import org.awaitility.core.ConditionTimeoutException;

/// A running on-demand service and a client of it.
final class OnDemand implements AutoCloseable {

    /// How many pictures it renders at a time: the service's default is one for each processor.
    static final int SLOTS = Runtime.getRuntime().availableProcessors();

    /// Originals of 12 megapixels, together larger than what the service keeps of originals in
    /// memory, so that most renderings read theirs anew.
    static final int LARGE = 20;

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int WIDTHS = 900;
    private static final int WIDEST = 2400;

    private final ServiceProcess process;
    private final Client client;

    private OnDemand(ServiceProcess process) {
        this.process = process;
        this.client = new Client(process.port(), PATIENCE);
    }

    /// Starts it, and returns once it is ready and tells its metrics, which may be a moment later.
    static OnDemand start(Endpoints endpoints, Path folder)
            throws IOException, InterruptedException {
        return start(endpoints, folder, Launch.shipped());
    }

    static OnDemand start(Endpoints endpoints, Path folder, Launch launch)
            throws IOException, InterruptedException {
        var service = launch(endpoints, folder, launch);
        try {
            service.process.awaitReady(LONGEST_START);
            await().atMost(PATIENCE)
                    .ignoreException(ConnectException.class)
                    .until(() -> service.metric("process_uptime_seconds").isPresent());
            return service;
        } catch (IOException | InterruptedException | ConditionTimeoutException e) {
            service.close();
            throw e;
        }
    }

    /// Starts it, and does not wait.
    static OnDemand launch(Endpoints endpoints, Path folder, Launch launch)
            throws IOException, InterruptedException {
        return new OnDemand(
                ServiceProcess.onDemand(endpoints, launch, folder.resolve("on-demand.log")));
    }

    ServiceProcess process() {
        return process;
    }

    Client client() {
        return client;
    }

    ProcessFigures figures() throws IOException {
        return process.figures();
    }

    Answer get(String path) throws IOException {
        return client.get(path);
    }

    static void uploadLarge(FaultyAws aws) throws IOException {
        var photo = Photos.large();
        for (var number = 0; number < LARGE; number++) {
            aws.upload(large(number), photo);
        }
    }

    /// The key of one of them.
    static String large(long number) {
        return "large-%d.jpg".formatted(number % LARGE);
    }

    /// How many pictures it has rendered, if it tells.
    OptionalDouble rendered() throws IOException {
        return metric("image_render_time_seconds_count");
    }

    /// The path of a picture; another one for each number below 27,000.
    static String variant(String key, long number) {
        return "/%s?x-oss-process=image/resize,w_%d/quality,q_%d"
                .formatted(key, WIDEST - number % WIDTHS, 60 + number / WIDTHS % 30);
    }

    /// Has the JVM compile what the load will run.
    void warmUp(Duration time) throws IOException, InterruptedException {
        // Numbers that no load gets to.
        warmUp(time, number -> variant(large(number), 26_000 + number));
    }

    /// The same, with one original.
    void warmUp(String key, Duration time) throws IOException, InterruptedException {
        warmUp(time, number -> variant(key, 26_000 + number));
    }

    private void warmUp(Duration time, LongFunction<String> path)
            throws IOException, InterruptedException {
        var before = requests();
        var shots = Load.closed(SLOTS, time, number -> get(path.apply(number)));
        awaitRequests(before + shots.count());
    }

    /// How many requests it has counted, which it does when their answers are out.
    double requests() throws IOException {
        return metric("image_requests_total").orElse(0);
    }

    /// Until it has counted so many, and with them all else that it tells of them.
    void awaitRequests(double count) {
        await().atMost(PATIENCE).until(() -> requests() >= count);
    }

    /// See [ServiceProcess#metric].
    OptionalDouble metric(String name) throws IOException {
        return process.metric(name);
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }
}
