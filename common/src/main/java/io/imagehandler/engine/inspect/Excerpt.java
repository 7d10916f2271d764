package io.imagehandler.engine.inspect;

import java.nio.ByteBuffer;

/// A file with parts left out: the file itself as long as nothing is, a copy from then on.
final class Excerpt {

    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private final Bytes file;
    private ByteBuffer copy = NONE;
    private long copied;

    Excerpt(Bytes file) {
        this.file = file;
    }

    /// Leaves out `length` bytes from `at` on, which must be behind whatever was left out before.
    void leaveOut(long at, long length) {
        if (copied == 0) {
            copy = ByteBuffer.allocate((int) (file.size() - length));
        }
        copy.put(file.view(copied, at - copied));
        copied = at + length;
    }

    /// What is left of the bytes before `end`.
    ByteBuffer upTo(long end) {
        if (copied == 0) {
            return file.view(0, end);
        }
        return copy.put(file.view(copied, end - copied)).flip();
    }
}
