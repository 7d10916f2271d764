package io.imagehandler.rendition;

/// The key of an original, as S3 stores it (not percent-encoded).
public record OriginalKey(String value) {

    @Override
    public String toString() {
        return value;
    }
}
