package io.imagehandler.local.chaos.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/// Stands before a server of this machine: passes calls on, counts them, and fails as it is told.
/// Safe for use by many threads.
public final class FaultProxy implements AutoCloseable {

    private static final int BACKLOG = 1000;

    private record Rule(Predicate<Call> calls, Fault fault) {}

    private final InetSocketAddress upstream;
    private final int port;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final Map<Call, LongAdder> counts = new ConcurrentHashMap<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket listening;

    private FaultProxy(InetSocketAddress upstream, ServerSocket listening) {
        this.upstream = upstream;
        this.listening = listening;
        this.port = listening.getLocalPort();
    }

    /// On a free port, without faults.
    public static FaultProxy before(URI server) throws IOException {
        var upstream = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.getPort());
        var proxy = new FaultProxy(upstream, listen(0));
        proxy.accept();
        return proxy;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Does this to every call from now on; the last rule that fits a call counts.
    public void fail(Fault fault) {
        fail(Call.any(), fault);
    }

    /// Does this to such calls from now on.
    public void fail(Predicate<Call> calls, Fault fault) {
        rules.addFirst(new Rule(calls, fault));
    }

    /// As if nobody listened: connections are closed, and new ones refused, until [#heal].
    public void goAway() throws IOException {
        listening.close();
        hangUp();
    }

    /// Ends every fault. Connections that were swallowed stay so.
    public void heal() throws IOException {
        rules.clear();
        if (listening.isClosed()) {
            listening = listen(port);
            accept();
        }
    }

    /// How many such calls came since the start or [#forget], whatever became of them.
    public long count(Predicate<Call> calls) {
        return counts.entrySet().stream()
                .filter(counted -> calls.test(counted.getKey()))
                .mapToLong(counted -> counted.getValue().sum())
                .sum();
    }

    /// Begins to count anew.
    public void forget() {
        counts.clear();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        hangUp();
    }

    private void hangUp() throws IOException {
        for (var client : clients) {
            client.close();
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
        return socket;
    }

    private void accept() {
        var socket = listening;
        Thread.startVirtualThread(() -> {
            while (!socket.isClosed()) {
                try {
                    var client = socket.accept();
                    if (socket.isClosed()) {
                        client.close(); // It came while we went away.
                    } else {
                        Thread.startVirtualThread(() -> serve(client));
                    }
                } catch (IOException e) {
                    if (!socket.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        });
    }

    private void serve(Socket client) {
        clients.add(client);
        try (client) {
            client.setTcpNoDelay(true);
            new Relay(client, this::connect).run(this::judge);
        } catch (IOException _) {
            // one of the two hung up, which closes the other
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            clients.remove(client);
        }
    }

    private Socket connect() throws IOException {
        var server = new Socket(upstream.getAddress(), upstream.getPort());
        server.setTcpNoDelay(true);
        return server;
    }

    private Fault judge(Call call) {
        counts.computeIfAbsent(call, _ -> new LongAdder()).increment();
        return rules.stream()
                .filter(rule -> rule.calls().test(call))
                .map(Rule::fault)
                .findFirst()
                .orElse(Fault.NONE);
    }
}
