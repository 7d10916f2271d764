package io.imagehandler.benchmarks.served;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/// A service of this product, started as in its image, before the stand-ins of `local/` for AWS:
/// the original comes from S3, and renditions are stored there.
public final class LocalServer implements Server {

    private static final int ORIGINALS = 12;

    private final StandIns standIns;
    private final Process service;

    private LocalServer(StandIns standIns, Process service) {
        this.standIns = standIns;
        this.service = service;
    }

    /// The on-demand service.
    ///
    /// @param root of the repository, in which everything is built
    /// @param folder for its data; must not be there yet, so that every run starts alike
    public static LocalServer onDemand(Path root, Path folder, Path photo)
            throws IOException, InterruptedException {
        var server = start(root, folder, "on-demand", StandIns.ON_DEMAND, Map.of());
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
        return start(root, folder, "renditions-worker", StandIns.WORKER, Map.of());
    }

    /// The worker with so many slots.
    ///
    /// @param root, folder as for [#onDemand]
    public static LocalServer worker(Path root, Path folder, int slots)
            throws IOException, InterruptedException {
        var settings = Map.of("IMAGE_HANDLER_SLOTS", Integer.toString(slots));
        return start(root, folder, "renditions-worker", StandIns.WORKER, settings);
    }

    private static LocalServer start(
            Path root, Path folder, String name, int port, Map<String, String> settings)
            throws IOException, InterruptedException {
        var builder = Shipped.service(root, name);
        var standIns = StandIns.start(root, folder);
        standIns.settings(name, builder.environment());
        builder.environment().putAll(settings);
        var service = Processes.quiet(builder, folder.resolveSibling(name + ".log"));
        Clients.awaitReady(URI.create("http://127.0.0.1:" + port + "/health"), service.toHandle());
        return new LocalServer(standIns, service);
    }

    /// Stores a picture as a user does.
    public void upload(String key, Path photo) {
        standIns.upload(key, photo);
    }

    /// How many renditions of styles are stored of a key.
    public int renditions(String key) {
        return standIns.renditions("_r/s/" + key + "/");
    }

    @Override
    public String name() {
        return "this product";
    }

    @Override
    public ProcessHandle process() {
        return service.toHandle();
    }

    /// The process of the stand-ins for AWS.
    ProcessHandle standIns() {
        return standIns.process();
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
                        .formatted(StandIns.ON_DEMAND, key(original), width, quality));
    }

    /// Of the original that [#equal] is of, for 0, and the others.
    static String key(int original) {
        return "bench-" + original + ".jpg";
    }

    @Override
    public void close() {
        service.destroy();
        try {
            service.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        standIns.close();
    }
}
