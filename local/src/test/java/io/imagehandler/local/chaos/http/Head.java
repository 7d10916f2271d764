package io.imagehandler.local.chaos.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands before the body of a request or an answer.
///
/// @param first the request line or the status line
/// @param fields the header fields, each as `Name: value`
public record Head(String first, List<String> fields) {

    private static final int LONGEST_LINE = 64 * 1024;

    public Head {
        fields = List.copyOf(fields);
    }

    /// The next one; nothing if the other side has closed.
    ///
    /// @throws EOFException if it closes in the middle
    public static Optional<Head> read(InputStream in) throws IOException {
        var first = line(in);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var fields = new ArrayList<String>();
        while (true) {
            var field = line(in).orElseThrow(EOFException::new);
            if (field.isEmpty()) {
                return Optional.of(new Head(first.get(), fields));
            }
            fields.add(field);
        }
    }

    public void write(OutputStream out) throws IOException {
        var text = new StringBuilder(first).append("\r\n");
        fields.forEach(field -> text.append(field).append("\r\n"));
        out.write(text.append("\r\n").toString().getBytes(ISO_8859_1));
    }

    /// The value of the first field of that name, in any case of its letters.
    public Optional<String> field(String name) {
        return fields.stream()
                .filter(field -> field.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(field -> field.substring(name.length() + 1).strip())
                .findFirst();
    }

    /// Of an answer.
    public int status() {
        return Integer.parseInt(first.split(" ", 3)[1]);
    }

    /// Whether the connection ends with this message.
    public boolean closes() {
        return field("Connection").filter("close"::equalsIgnoreCase).isPresent();
    }

    /// Without the line's end; nothing if the other side has closed.
    static Optional<String> line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                if (line.size() == 0) {
                    return Optional.empty();
                }
                throw new EOFException("a line that does not end");
            }
            line.write(next);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("a line that is too long");
            }
        }
        var text = line.toString(ISO_8859_1);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
