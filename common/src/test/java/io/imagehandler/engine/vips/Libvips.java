package io.imagehandler.engine.vips;

import static org.junit.jupiter.api.Assumptions.abort;

import io.imagehandler.engine.vips.VipsLibrary.Search;

/// The libvips of this machine, loaded once for all tests.
final class Libvips {

    private static final Search SEARCH =
            VipsLibrary.find(System.getProperty("imagehandler.libvips", ""));

    private Libvips() {}

    /// The library. Without one the test is skipped, or fails where the build says that it must not
    /// be (`-Dimagehandler.require-libvips=true`).
    static VipsLibrary library() {
        return switch (SEARCH) {
            case Search.Found(VipsLibrary library) -> library;
            case Search.Absent(String reason) -> {
                if (Boolean.getBoolean("imagehandler.require-libvips")) {
                    throw new AssertionError("libvips is required, but " + reason);
                }
                yield abort(reason);
            }
        };
    }

    /// An engine on it.
    static VipsEngine engine() {
        return new VipsEngine(library());
    }
}
