package io.imagehandler.benchmarks.served;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// sharp behind plain `node:http`.
public final class NodeServer implements Server {

    private final String name;
    private final int port;
    private final Process process;

    private NodeServer(String name, int port, Process process) {
        this.name = name;
        this.port = port;
        this.process = process;
    }

    /// How a server that has its photograph in S3 comes by it for a request.
    public enum Reading {
        /// It reads it.
        EACH("node:http, sharp and S3, read each time", 28_098),
        /// It keeps it and asks whether that is still the one, as this product does.
        KEPT("node:http, sharp and S3, kept", 28_097);

        private final String title;
        private final int port;

        Reading(String title, int port) {
            this.title = title;
            this.port = port;
        }
    }

    /// With the photograph in memory; it stores nothing.
    ///
    /// @param peers the folder of the peers, with their modules
    public static NodeServer start(Path peers, Path photo)
            throws IOException, InterruptedException {
        var arguments = List.of(peers.resolve("serve.mjs").toString(), photo.toString());
        return start("node:http and sharp", 28_099, arguments);
    }

    /// With the photograph in the S3 of the running [StandIns], where it stores renditions too: the
    /// same work as that of [LocalServer#equal].
    ///
    /// @param peers as for [#start]
    public static NodeServer storing(Path peers, Reading reading)
            throws IOException, InterruptedException {
        return start(
                reading.title,
                reading.port,
                List.of(
                        peers.resolve("serve-s3.mjs").toString(),
                        StandIns.ENDPOINT.toString(),
                        LocalServer.key(0),
                        reading.name().toLowerCase(Locale.ROOT)));
    }

    private static NodeServer start(String name, int port, List<String> arguments)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder("node");
        builder.command().addAll(arguments);
        builder.command().add(Integer.toString(port));
        Processes.likeInTheImage(builder);
        StandIns.credentials(builder.environment());
        builder.environment().put("AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED", "true");
        var process = builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT);
        var server = new NodeServer(name, port, process.start());
        Clients.awaitReady(server.equal(0), server.process());
        return server;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public URI equal(int number) {
        return URI.create(
                "http://127.0.0.1:%d/?w=%d&q=%d&e=2"
                        .formatted(port, Server.width(number), Server.quality(number)));
    }

    @Override
    public URI usual(int number, int quality) {
        return URI.create("http://127.0.0.1:%d/?w=%d".formatted(port, Server.width(number)));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
