package io.imagehandler.rendition;

/// Some of the bytes of a file.
///
/// @param first the number of the first, from 0
/// @param last the number of the last, at least `first`
public record ByteRange(long first, long last) {

    public ByteRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException(
                    "range must run upwards from 0 but is %d-%d".formatted(first, last));
        }
    }

    /// How many bytes these are, at least 1.
    public long length() {
        return last - first + 1;
    }
}
