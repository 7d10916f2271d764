package io.imagehandler.rendition.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/// A body that is dropped when it is closed early: merely closed, the rest of it would be fetched
/// to keep the connection.
final class AbortingInputStream extends FilterInputStream {

    private final ResponseInputStream<?> body;
    private boolean ended;

    AbortingInputStream(ResponseInputStream<?> body) {
        super(body);
        this.body = body;
    }

    @Override
    public int read() throws IOException {
        int read = body.read();
        ended |= read < 0;
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = body.read(bytes, offset, length);
        ended |= read < 0;
        return read;
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            body.abort();
        }
        body.close();
    }
}
