package io.imagehandler.local.chaos.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The body of a message, framed by its length or by chunks.
public final class Body {

    private Body() {}

    /// Passes a request's body on as it is framed.
    public static void ofRequest(Head head, InputStream in, OutputStream out) throws IOException {
        if (isChunked(head)) {
            chunks(in, out, true);
        } else {
            exactly(length(head, 0), in, out);
        }
    }

    /// Passes an answer's body on as it is framed. One without length or chunks ends with the
    /// connection.
    public static void ofAnswer(Head head, InputStream in, OutputStream out) throws IOException {
        ofAnswer(head, in, out, true);
    }

    /// Passes on what an answer's body says, without chunks.
    static void unframed(Head head, InputStream in, OutputStream out) throws IOException {
        ofAnswer(head, in, out, false);
    }

    private static void ofAnswer(Head head, InputStream in, OutputStream out, boolean framed)
            throws IOException {
        if (isChunked(head)) {
            chunks(in, out, framed);
            return;
        }
        var length = length(head, -1);
        if (length < 0) {
            in.transferTo(out);
        } else {
            exactly(length, in, out);
        }
    }

    /// Whether an answer of this head to a request of this method has a body.
    public static boolean follows(Head answer, String method) {
        var status = answer.status();
        return !method.equals("HEAD") && status >= 200 && status != 204 && status != 304;
    }

    /// Whether it has no end but the connection's.
    public static boolean isOpenEnded(Head answer) {
        return !isChunked(answer) && length(answer, -1) < 0;
    }

    private static boolean isChunked(Head head) {
        return head.field("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent();
    }

    private static long length(Head head, long otherwise) {
        return head.field("Content-Length").map(Long::parseLong).orElse(otherwise);
    }

    private static void chunks(InputStream in, OutputStream out, boolean framed)
            throws IOException {
        while (true) {
            var size = line(in, out, framed);
            var length = Long.parseLong(size.split(";", 2)[0].strip(), 16);
            exactly(length, in, out);
            if (length > 0) {
                line(in, out, framed);
                continue;
            }
            while (!line(in, out, framed).isEmpty()) {
                // a trailing field
            }
            return;
        }
    }

    private static String line(InputStream in, OutputStream out, boolean framed)
            throws IOException {
        var line = Head.line(in).orElseThrow(EOFException::new);
        if (framed) {
            out.write((line + "\r\n").getBytes(ISO_8859_1));
        }
        return line;
    }

    private static void exactly(long length, InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[64 * 1024];
        for (var left = length; left > 0; ) {
            var read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("%d of %d bytes are missing".formatted(left, length));
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
