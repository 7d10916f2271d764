package io.imagehandler.transformation;

/// What of a client's `Accept` header matters: the best format that it names with q > 0. Wildcards
/// do not count.
public enum AcceptClass {
    /// Neither AVIF nor WebP.
    NONE,
    WEBP,
    AVIF
}
