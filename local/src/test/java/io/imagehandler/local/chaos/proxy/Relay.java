package io.imagehandler.local.chaos.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.imagehandler.local.chaos.http.Body;
import io.imagehandler.local.chaos.http.Head;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/// One client's connection: call by call, each as its fault says. Each call gets a connection of
/// its own to the server, so that one which the server closes is nobody's fault.
final class Relay {

    private final Socket client;
    private final InputStream fromClient;
    private final OutputStream toClient;
    private final Servers servers;

    Relay(Socket client, Servers servers) throws IOException {
        this.client = client;
        this.servers = servers;
        this.fromClient = new BufferedInputStream(client.getInputStream());
        this.toClient = client.getOutputStream();
    }

    /// The server behind it.
    @FunctionalInterface
    interface Servers {

        Socket connect() throws IOException;
    }

    /// Returns when the connection is over.
    ///
    /// @param faults told of each call, says what to do to it
    void run(Function<Call, Fault> faults) throws IOException, InterruptedException {
        while (true) {
            var request = Head.read(fromClient);
            if (request.isEmpty() || !pass(request.get(), faults)) {
                return;
            }
        }
    }

    /// @return whether another call may follow
    private boolean pass(Head request, Function<Call, Fault> faults)
            throws IOException, InterruptedException {
        return switch (faults.apply(Call.of(request))) {
            case Fault.None() -> forward(request, toClient, toClient);
            case Fault.Refused() -> reset();
            case Fault.BlackHole() -> swallow();
            case Fault.Delayed(var time) -> {
                Thread.sleep(time);
                yield forward(request, toClient, toClient);
            }
            case Fault.Throttled(var rate) ->
                    forward(request, toClient, new SlowStream(toClient, rate));
            case Fault.ResetAfter(var bytes) -> cut(request, bytes, true);
            case Fault.EndsAfter(var bytes) -> cut(request, bytes, false);
            case Fault.Unavailable(var percent) ->
                    ThreadLocalRandom.current().nextInt(100) < percent
                            ? refuse(request, 503, "ServiceUnavailable")
                            : forward(request, toClient, toClient);
            case Fault.Answered(var status, var code) -> refuse(request, status, code);
            case Fault.After(var something, var then) -> {
                something.run();
                yield pass(request, _ -> then);
            }
            case Fault.AppliedButFailed() -> {
                forward(request, OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
                yield say(request, 500, "InternalError");
            }
        };
    }

    private boolean forward(Head request, OutputStream heads, OutputStream bodies)
            throws IOException {
        try (var server = servers.connect()) {
            var fromServer = new BufferedInputStream(server.getInputStream());
            var early = send(request, fromServer, server.getOutputStream());
            var answer = early.isPresent() ? early.get() : lastHead(fromServer);
            answer.write(heads);
            var hasBody = Body.follows(answer, Call.of(request).method());
            if (hasBody) {
                Body.ofAnswer(answer, fromServer, bodies);
            }
            return !answer.closes() && !(hasBody && Body.isOpenEnded(answer));
        }
    }

    /// @return the answer's head, if the server said no before it was sent the body
    private Optional<Head> send(Head request, InputStream fromServer, OutputStream toServer)
            throws IOException {
        request.write(toServer);
        if (request.field("Expect").isPresent()) {
            var first = head(fromServer);
            if (first.status() != 100) {
                return Optional.of(first);
            }
            first.write(toClient);
        }
        Body.ofRequest(request, fromClient, toServer);
        return Optional.empty();
    }

    private static Head lastHead(InputStream fromServer) throws IOException {
        var head = head(fromServer);
        while (head.status() < 200) {
            head = head(fromServer);
        }
        return head;
    }

    private static Head head(InputStream fromServer) throws IOException {
        return Head.read(fromServer).orElseThrow(() -> new EOFException("the server has closed"));
    }

    private boolean cut(Head request, long bytes, boolean isReset) throws IOException {
        try {
            return forward(request, toClient, new CutStream(toClient, bytes));
        } catch (IOException _) {
            return isReset && reset();
        }
    }

    private boolean refuse(Head request, int status, String code) throws IOException {
        if (request.field("Expect").isEmpty()) {
            Body.ofRequest(request, fromClient, OutputStream.nullOutputStream());
        }
        return say(request, status, code);
    }

    private boolean say(Head request, int status, String code) throws IOException {
        var body = "<Error><Code>%s</Code><Message>as told</Message></Error>".formatted(code);
        var head =
                """
                HTTP/1.1 %d %s
                Content-Type: application/xml
                Content-Length: %d
                Connection: close

                """
                        .formatted(status, code, body.length());
        toClient.write(head.replace("\n", "\r\n").getBytes(US_ASCII));
        if (!Call.of(request).method().equals("HEAD")) {
            toClient.write(body.getBytes(US_ASCII));
        }
        return false;
    }

    private boolean swallow() throws IOException {
        fromClient.transferTo(OutputStream.nullOutputStream());
        return false;
    }

    private boolean reset() throws IOException {
        client.setSoLinger(true, 0); // a reset in place of an end
        return false;
    }
}
