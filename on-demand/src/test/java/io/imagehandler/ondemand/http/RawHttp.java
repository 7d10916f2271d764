package io.imagehandler.ondemand.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A client that sends exactly what it is told to, byte for byte, and so can be rude.
public record RawHttp(int port) {

    private static final int TIMEOUT_MILLIS = 20_000;

    /// @param headers by their names, in any case
    /// @param body one character for each byte
    public record Answer(int status, Map<String, String> headers, String body) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public byte[] bytes() {
            return body.getBytes(ISO_8859_1);
        }
    }

    public Answer get(String target, String... headers) {
        return request("GET", target, headers);
    }

    public Answer request(String method, String target, String... headers) {
        var text = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: images\r\n");
        Arrays.stream(headers).forEach(header -> text.append(header).append("\r\n"));
        return send(text + "Connection: close\r\n\r\n");
    }

    /// Whatever the service answers to these bytes before it closes the connection.
    public Answer send(String bytes) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return parse(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Answer parse(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        List<String> head = answer.substring(0, end).lines().toList();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        int status = Integer.parseInt(head.getFirst().substring(9, 12));
        return new Answer(status, headers, answer.substring(end + 4));
    }
}
