package io.imagehandler.local.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/// A DynamoDB server on loopback, on disk.
public final class TableServer implements AutoCloseable {

    private final DynamoDBProxyServer server;
    private final URI endpoint;

    private TableServer(DynamoDBProxyServer server, URI endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    /// Starts the server.
    ///
    /// @param port 1 to 65535
    /// @param folder where tables are kept; made if it is not there
    public static TableServer start(int port, Path folder) throws IOException {
        Files.createDirectories(folder);
        String[] arguments = {
            "-dbPath",
            folder.toAbsolutePath().toString(),
            "-sharedDb", // otherwise every key pair and region has tables of its own
            "-port",
            String.valueOf(port),
            "-disableTelemetry"
        };
        try {
            var server = created(arguments);
            bindToLoopback(server);
            server.start();
            return new TableServer(server, URI.create("http://127.0.0.1:" + port));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the DynamoDB server does not start", e);
        }
    }

    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the DynamoDB server does not stop", e);
        }
    }

    /// DynamoDB Local prints its settings on the standard output, which is our user's.
    private static DynamoDBProxyServer created(String... arguments) throws Exception {
        var out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
        try {
            return ServerRunner.createServerFromCommandLineArgs(arguments);
        } finally {
            System.setOut(out);
        }
    }

    /// DynamoDB Local listens on every interface and has no option for less.
    private static void bindToLoopback(DynamoDBProxyServer server)
            throws ReflectiveOperationException {
        var field = DynamoDBProxyServer.class.getDeclaredField("server");
        field.setAccessible(true);
        var jetty = (Server) field.get(server);
        for (var connector : jetty.getConnectors()) {
            ((ServerConnector) connector).setHost("127.0.0.1");
        }
    }
}
