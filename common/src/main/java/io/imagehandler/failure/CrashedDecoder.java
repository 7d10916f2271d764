package io.imagehandler.failure;

/// A decoder died over the picture, alone in a process of its own.
public final class CrashedDecoder extends ImageFailure {

    public CrashedDecoder() {
        super("the decoder does not survive this picture");
    }
}
