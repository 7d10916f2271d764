package io.imagehandler.engine.thumbnailator;

import java.io.EOFException;
import java.io.IOException;
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
    public byte readByte() throws IOException {
        int read = read();
        if (read < 0) {
            throw new EndOfFile();
        }
        return (byte) read;
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

    /// Without a stack trace, because TwelveMonkeys reads on behind the end of a lossless WebP for
    /// every pixel that takes no bits: with one, a flat picture of a megapixel takes seconds.
    private static final class EndOfFile extends EOFException {

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
