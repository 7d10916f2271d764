package io.imagehandler.rendition;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/// An original, or a part of it, that is open for reading, however large it is. To be closed by
/// whoever opened it; closing it early leaves the rest unread.
///
/// @param tag names exactly the bytes of the whole file
/// @param lastModified when it was uploaded, to the second
/// @param contentType as it was declared at upload; not to be trusted
/// @param length of `bytes`
/// @param bytes the file from its beginning, or the part that was asked for
public record OpenOriginal(
        EntityTag tag, Instant lastModified, String contentType, long length, InputStream bytes)
        implements AutoCloseable {

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
