package io.imagehandler.engine.quarantine;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.failure.Flaw;
import io.imagehandler.failure.ImageFailure;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// The inside of the process: does what it is asked, one thing after the other, until nobody asks
/// any more.
public final class Cell {

    private final ImageEngine engine;
    private final ValueWriter out;

    private Cell(ImageEngine engine, OutputStream out) {
        this.engine = engine;
        this.out = new ValueWriter(new BufferedOutputStream(out, 1 << 16));
    }

    /// Serves until `in` ends.
    ///
    /// It is read from this thread, while others work, so that this process does not outlive the
    /// one that started it, whatever a decoder is doing then.
    ///
    /// @param inspector of the same limits as that of the process that asks
    public static void serve(
            ImageEngine engine, Inspector inspector, InputStream in, OutputStream out) {
        var cell = new Cell(engine, out);
        var requests =
                new ValueReader(
                        new BufferedInputStream(in, 1 << 16), inspector::inspect, Long.MAX_VALUE);
        cell.say(new Reply.Ready(engine.version()));
        try {
            while (true) {
                Request request = requests.read(Request.class);
                Thread.ofPlatform().name("decoder").start(() -> cell.say(cell.replyTo(request)));
            }
        } catch (EOFException end) {
            return;
        } catch (ImageFailure notLetThrough) {
            // Half of the request is unread, so this is the end; another cell begins anew.
            cell.say(refused(notLetThrough));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Says instead that it cannot work.
    ///
    /// @param detail why, for operators
    public static void refuse(OutputStream out, String detail) throws IOException {
        var writer = new ValueWriter(out);
        writer.write(Reply.class, new Reply.Failed(detail));
        writer.flush();
    }

    private Reply replyTo(Request request) {
        try {
            return switch (request) {
                case Request.Render(var source, var plans) ->
                        new Reply.Rendered(engine.render(source, plans));
                case Request.Average(var source) -> new Reply.Mean(engine.average(source));
            };
        } catch (ImageFailure failure) {
            return refused(failure);
        } catch (RuntimeException defect) {
            return new Reply.Failed(String.valueOf(defect));
        }
    }

    private static Reply refused(ImageFailure failure) {
        return Flaw.of(failure)
                .<Reply>map(flaw -> new Reply.Refused(flaw, failure.detail()))
                .orElseGet(() -> new Reply.Failed(failure.detail()));
    }

    private void say(Reply reply) {
        try {
            out.write(Reply.class, reply);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
