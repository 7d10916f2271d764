package io.imagehandler.rendition;

/// Nothing was read, because the [Room] for it was refused.
public final class NoRoom extends RuntimeException {

    public NoRoom() {
        super("there is no room for it", null, false, false);
    }
}
