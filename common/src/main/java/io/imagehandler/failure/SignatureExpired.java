package io.imagehandler.failure;

/// The request's signature is right, but its time is over.
public final class SignatureExpired extends AccessRefused {

    public SignatureExpired() {
        super("the signature of the request has expired");
    }
}
