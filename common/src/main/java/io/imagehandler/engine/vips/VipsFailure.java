package io.imagehandler.engine.vips;

/// libvips could not do it. The message may hold words of other requests and must not leave the
/// process.
final class VipsFailure extends RuntimeException {

    VipsFailure(String operation, String text) {
        super(operation + ": " + text, null, false, false);
    }
}
