package io.imagehandler.failure;

/// The request needs a signature and has none that is right.
public final class SignatureInvalid extends AccessRefused {

    public SignatureInvalid() {
        super("the request has no valid signature");
    }
}
