package io.imagehandler.local.chaos.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/// One connection to a server of this machine, for one request after the other.
public final class Connection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private boolean used;

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /// @param patience how long to wait for the connection, and then for each read
    public static Connection to(int port, Duration patience) throws IOException {
        return to(port, patience, 0);
    }

    /// The same, with room for so many bytes that were not read yet; 0: as many as usual.
    public static Connection to(int port, Duration patience, int room) throws IOException {
        var socket = new Socket();
        try {
            if (room > 0) {
                socket.setReceiveBufferSize(room); // only before it connects
            }
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) patience.toMillis());
            socket.connect(
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port),
                    (int) patience.toMillis());
            return new Connection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Sends a request without body and waits for its answer.
    Answer exchange(String method, String path, List<String> fields) throws IOException {
        used = true;
        send(method, path, fields);
        var body = new ByteArrayOutputStream();
        var head = answer(method, body);
        return new Answer(head, ByteBuffer.wrap(body.toByteArray()));
    }

    /// The next answer to a GET, whose body is of no interest.
    Head answer() throws IOException {
        return answer("GET", OutputStream.nullOutputStream());
    }

    private Head answer(String method, OutputStream body) throws IOException {
        var head = Head.read(in).orElseThrow(() -> new EOFException("closed without an answer"));
        if (Body.follows(head, method)) {
            Body.unframed(head, in, body);
        }
        return head;
    }

    /// Sends requests without body, all at once, and does not wait.
    void sendAll(String method, List<String> paths) throws IOException {
        var requests = new StringBuilder();
        paths.forEach(path -> requests.append(request(method, path, List.of())));
        sendRaw(requests.toString());
    }

    /// Sends a request without body, and does not wait.
    public void send(String method, String path, List<String> fields) throws IOException {
        sendRaw(request(method, path, fields));
    }

    private String request(String method, String path, List<String> fields) {
        var request = new StringBuilder();
        request.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        request.append("Host: 127.0.0.1:").append(socket.getPort()).append("\r\n");
        fields.forEach(field -> request.append(field).append("\r\n"));
        return request.append("\r\n").toString();
    }

    /// Sends bytes as they are.
    public void sendRaw(String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
    }

    /// The next byte; -1 if the server has closed.
    public int read() throws IOException {
        return in.read();
    }

    /// Whether it was used before: then the server may have closed it meanwhile.
    boolean isUsed() {
        return used;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
