package io.imagehandler.transformation;

/// A format that renditions are written in.
public enum OutputFormat {
    JPEG("jpg", "image/jpeg"),
    PNG("png", "image/png"),
    WEBP("webp", "image/webp"),
    AVIF("avif", "image/avif"),
    GIF("gif", "image/gif");

    private final String word;
    private final String mediaType;

    OutputFormat(String word, String mediaType) {
        this.word = word;
        this.mediaType = mediaType;
    }

    /// The format's one spelling in the request language and in file names: `jpg`, `png`, `webp`,
    /// `avif` or `gif`.
    public String word() {
        return word;
    }

    /// The Content-Type of an answer in this format.
    public String mediaType() {
        return mediaType;
    }

    /// Whether pixels can be transparent in this format.
    public boolean hasAlpha() {
        return this != JPEG;
    }
}
