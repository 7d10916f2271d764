package io.imagehandler.local.chaos.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sends many requests before the first is answered, on one connection after the other: far more of
/// them than one that waits for each answer. For one thread.
public final class Pipeline implements AutoCloseable {

    private final int port;
    private final Duration patience;
    private @Nullable Connection connection;

    /// @param patience how long to wait for a connection, and for each read
    public Pipeline(int port, Duration patience) {
        this.port = port;
        this.patience = patience;
    }

    /// Asks for all of these paths. What the server closes the connection on is sent again on the
    /// next one.
    ///
    /// @return how many answers there were of each status
    public Map<Integer, Integer> get(List<String> paths) throws IOException {
        var statuses = new TreeMap<Integer, Integer>();
        for (var done = 0; done < paths.size(); ) {
            done += part(paths.subList(done, paths.size()), statuses);
        }
        return statuses;
    }

    /// @return how many were answered
    private int part(List<String> paths, Map<Integer, Integer> statuses) throws IOException {
        var open = connection == null ? Connection.to(port, patience) : connection;
        connection = open;
        open.sendAll("GET", paths);
        var done = 0;
        while (done < paths.size()) {
            var head = open.answer();
            statuses.merge(head.status(), 1, Integer::sum);
            done++;
            if (head.closes()) {
                close();
                return done;
            }
        }
        return done;
    }

    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
