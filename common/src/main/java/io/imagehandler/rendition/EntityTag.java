package io.imagehandler.rendition;

/// The ETag of a stored object without its quotes. Opaque: equal tags mean equal bytes, and nothing
/// else can be read from it.
public record EntityTag(String value) {

    public EntityTag {
        if (value.isEmpty() || value.startsWith("\"")) {
            throw new IllegalArgumentException(
                    "entity tag must be given without quotes but is " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
