package io.imagehandler.local.sqs;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;
import scalikejdbc.ConnectionPool;

/// An SQS server on loopback that keeps queues and messages on disk.
public final class QueueServer implements AutoCloseable {

    private final Function0<Terminated> stop;
    private final URI endpoint;
    private final boolean resumed;

    private QueueServer(Function0<Terminated> stop, URI endpoint, boolean resumed) {
        this.stop = stop;
        this.endpoint = endpoint;
        this.resumed = resumed;
    }

    /// Starts the server.
    ///
    /// @param port 1 to 65535
    /// @param folder where messages are kept; made if it is not there
    public static QueueServer start(int port, Path folder) throws IOException {
        Files.createDirectories(folder);
        var resumed = Files.exists(folder.resolve("messages.mv.db"));
        var database = "jdbc:h2:" + folder.toAbsolutePath().resolve("messages");
        open(database);
        var settings =
                """
                rest-sqs { bind-port = %1$d, bind-hostname = "127.0.0.1" }
                node-address { host = "127.0.0.1", port = %1$d }
                aws { region = us-east-1, accountId = 000000000000 }
                messages-storage { enabled = true, uri = "%2$s" }
                """
                        .formatted(port, database);
        var config = ConfigFactory.parseString(settings).withFallback(ConfigFactory.load());
        var stop = new ElasticMQServer(new ElasticMQServerConfig(config)).start();
        return new QueueServer(stop, URI.create("http://127.0.0.1:" + port), resumed);
    }

    /// Whether an earlier start left a database. Its queues appear some time after the start.
    public boolean isResumed() {
        return resumed;
    }

    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        stop.apply();
        ConnectionPool.closeAll();
    }

    /// ElasticMQ opens one database in the life of a process, whatever its settings say later on:
    /// without this, a second server would be given the first one's messages.
    private static void open(String database) {
        var settings = ConnectionPool.singleton$default$4();
        var factory = ConnectionPool.singleton$default$5(database, "", "", settings);
        ConnectionPool.singleton(database, "", "", settings, factory);
    }
}
