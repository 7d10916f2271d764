package io.imagehandler.benchmarks.served;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;

/// sharp behind plain `node:http`.
public final class NodeServer implements Server {

    private static final int PORT = 28_099;

    private final Process process;

    private NodeServer(Process process) {
        this.process = process;
    }

    /// @param peers the folder of the peers, with their modules
    public static NodeServer start(Path peers, Path photo)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(
                        "node",
                        peers.resolve("serve.mjs").toString(),
                        photo.toString(),
                        Integer.toString(PORT));
        Processes.likeInTheImage(builder);
        var process = builder.redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
        var server = new NodeServer(process);
        Clients.awaitReady(server.equal(0), process.toHandle());
        return server;
    }

    @Override
    public String name() {
        return "node:http and sharp";
    }

    @Override
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public URI equal(int number) {
        return URI.create(
                "http://127.0.0.1:%d/?w=%d&q=%d&e=2"
                        .formatted(PORT, Server.width(number), Server.quality(number)));
    }

    @Override
    public URI usual(int number, int quality) {
        return URI.create("http://127.0.0.1:%d/?w=%d".formatted(PORT, Server.width(number)));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
