package io.imagehandler.request;

/// The kinds of requests that may be treated differently by whoever lets them in.
public enum RequestKind {
    /// For the stored bytes.
    ORIGINALS,
    /// For a style by its name.
    STYLES,
    /// For whatever else the request itself spells out: a picture, or an answer about the original.
    AD_HOC
}
