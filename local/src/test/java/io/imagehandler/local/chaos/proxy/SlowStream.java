package io.imagehandler.local.chaos.proxy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/// Passes at most so many bytes a second.
final class SlowStream extends FilterOutputStream {

    private static final int PARTS_A_SECOND = 10;

    private final int part;

    SlowStream(OutputStream out, int bytesPerSecond) {
        super(out);
        this.part = Math.max(1, bytesPerSecond / PARTS_A_SECOND);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (var at = 0; at < length; at += part) {
            out.write(bytes, offset + at, Math.min(part, length - at));
            try {
                Thread.sleep(1000 / PARTS_A_SECOND);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException().initCause(e);
            }
        }
    }
}
