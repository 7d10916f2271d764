package io.imagehandler.benchmarks.s3;

import java.nio.ByteBuffer;

/// What a service asks of S3, by one client. Each call returns once it is answered, as on a virtual
/// thread it may. Safe for use by many threads.
interface Calls extends AutoCloseable {

    /// Asks for the tag of the original, and nothing else.
    void head();

    /// The original, in one array.
    byte[] get();

    /// Stores a rendition that is not there.
    void put(String key, ByteBuffer bytes);

    @Override
    void close();

    /// What is done for one rendition: the original of last time is looked at, and another one
    /// read, where the product does one or the other; the rendition is stored, and the original
    /// looked at again.
    ///
    /// @param rendition its key, that of no other
    default void mix(String rendition, ByteBuffer bytes) {
        head();
        if (get().length == 0) {
            throw new IllegalStateException("the original is empty");
        }
        put(rendition, bytes);
        head();
    }
}
