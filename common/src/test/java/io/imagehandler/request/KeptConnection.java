package io.imagehandler.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;

/// One connection over which many requests go, if the service lets them.
public final class KeptConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private String before = "";

    public KeptConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /// @param lasts whether the service says that the connection does
    public record Reply(int status, boolean lasts) {}

    /// Sends these bytes and reads one whole answer.
    public Reply exchange(String bytes) throws IOException {
        try {
            Reply reply = send(bytes);
            before = bytes;
            return reply;
        } catch (IOException failure) {
            throw new IOException(
                    "no answer to " + shown(bytes) + " after " + shown(before), failure);
        }
    }

    private static String shown(String bytes) {
        return bytes.substring(0, Math.min(200, bytes.length()));
    }

    private Reply send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        String status = line();
        if (!status.startsWith("HTTP/")) {
            return ofBareProblem(status);
        }
        int length = 0;
        boolean lasts = true;
        for (String field = line(); !field.isEmpty(); field = line()) {
            String lower = field.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            lasts &= !lower.equals("connection: close");
        }
        if (in.readNBytes(length).length < length) {
            throw new EOFException("the answer is cut off");
        }
        return new Reply(Integer.parseInt(status.substring(9, 12)), lasts);
    }

    /// To what Tomcat takes for HTTP/0.9 the answer is but a body.
    private static Reply ofBareProblem(String body) {
        int status = body.indexOf("\"status\":") + 9;
        return new Reply(Integer.parseInt(body.substring(status, status + 3)), false);
    }

    /// Whether nothing more comes before the service hangs up.
    public boolean ends() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true; // It had not read all that we sent, which is how that ends.
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            throw new EOFException("the connection ends where an answer should be");
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
