package io.imagehandler.failure;

/// Whoever asks may not have it. Said before anything is looked up, and in words that are always
/// the same: they tell neither what is stored nor how near a guess was.
public abstract sealed class AccessRefused extends ImageFailure
        permits AccessDenied, SignatureExpired, SignatureInvalid {

    AccessRefused(String detail) {
        super(detail);
    }
}
