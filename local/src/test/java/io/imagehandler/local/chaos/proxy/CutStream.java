package io.imagehandler.local.chaos.proxy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Breaks after so many bytes.
final class CutStream extends FilterOutputStream {

    private long left;

    CutStream(OutputStream out, long bytes) {
        super(out);
        this.left = bytes;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, (int) Math.min(length, left));
        left -= length;
        if (left <= 0) {
            out.flush();
            throw new IOException("cut as told");
        }
    }
}
