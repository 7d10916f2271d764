package io.imagehandler.config;

/// Which engine serves. It is chosen once, at the start, and never per picture: the two read
/// different files, and answers would flap.
public enum EngineChoice {
    /// libvips if it is here, else Thumbnailator.
    AUTO,
    /// libvips, or the start fails.
    VIPS,
    /// Thumbnailator, even if libvips is here.
    THUMBNAILATOR
}
