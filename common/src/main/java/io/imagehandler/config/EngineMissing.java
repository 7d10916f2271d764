package io.imagehandler.config;

/// The engine that was asked for is not on this machine.
final class EngineMissing extends RuntimeException {

    EngineMissing(String reason) {
        super("image-handler.engine is vips, but " + reason);
    }
}
