package io.imagehandler.local.chaos.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.LongAdder;

/// Asks a server of this machine, on connections that are kept. Safe for use by many threads.
public final class Client implements AutoCloseable {

    private final int port;
    private final Duration patience;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final LongAdder repeats = new LongAdder();
    private volatile boolean closed;

    /// @param patience how long to wait for a connection, and for each read of an answer
    public Client(int port, Duration patience) {
        this.port = port;
        this.patience = patience;
    }

    public int port() {
        return port;
    }

    /// @param path with its query
    /// @param fields as `Name: value`
    /// @throws IOException if there is no whole answer in time
    public Answer get(String path, String... fields) throws IOException {
        return ask("GET", path, List.of(fields));
    }

    /// The same with another method. A kept connection that turns out to be closed is replaced
    /// once, as every client does.
    public Answer ask(String method, String path, List<String> fields) throws IOException {
        var kept = Optional.ofNullable(idle.pollFirst());
        if (kept.isPresent()) {
            try {
                return ask(kept.get(), method, path, fields);
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (EOFException | SocketException _) {
                repeats.increment();
            }
        }
        return ask(Connection.to(port, patience), method, path, fields);
    }

    private Answer ask(Connection connection, String method, String path, List<String> fields)
            throws IOException {
        var keep = false;
        try {
            var answer = connection.exchange(method, path, fields);
            keep = !closed && !answer.head().closes() && isDelimited(answer.head(), method);
            if (keep) {
                idle.addFirst(connection);
            }
            return answer;
        } finally {
            if (!keep) {
                connection.close();
            }
        }
    }

    private static boolean isDelimited(Head answer, String method) {
        return !Body.follows(answer, method) || !Body.isOpenEnded(answer);
    }

    /// How often a request was sent again since its kept connection was closed.
    public long repeats() {
        return repeats.sum();
    }

    /// Closes the connections that are not in use.
    @Override
    public void close() {
        closed = true;
        for (var connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
            try {
                connection.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
