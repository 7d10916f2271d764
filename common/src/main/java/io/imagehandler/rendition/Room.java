package io.imagehandler.rendition;

/// Finds room in memory for what is about to be read.
@FunctionalInterface
public interface Room {

    /// Asked before the first byte is read, on the thread that reads; again, with the same number,
    /// when a reading is begun anew.
    ///
    /// @param bytes how many will be read, at most
    /// @return whether they may be; otherwise none is read
    boolean allows(long bytes);
}
