package io.imagehandler.engine.thumbnailator;

import java.nio.ByteBuffer;
import javax.imageio.stream.ImageInputStreamImpl;

/// A file in memory as ImageIO reads it, without a copy.
final class BufferInput extends ImageInputStreamImpl {

    private final ByteBuffer file;

    BufferInput(ByteBuffer file) {
        this.file = file.slice();
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < file.limit() ? file.get((int) streamPos++) & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        bitOffset = 0;
        int read = (int) Math.min(length, file.limit() - streamPos);
        if (read <= 0) {
            return length == 0 ? 0 : -1;
        }
        file.get((int) streamPos, into, offset, read);
        streamPos += read;
        return read;
    }

    @Override
    public long length() {
        return file.limit();
    }
}
