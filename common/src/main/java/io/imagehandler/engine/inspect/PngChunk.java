package io.imagehandler.engine.inspect;

/// The kinds of PNG chunks that mean something to us.
enum PngChunk {
    HEADER("IHDR"),
    PALETTE("PLTE"),
    DATA("IDAT"),
    END("IEND"),
    TRANSPARENCY("tRNS"),
    SRGB("sRGB"),
    GAMMA("gAMA"),
    CHROMATICITIES("cHRM"),
    PROFILE("iCCP"),
    EXIF("eXIf"),
    /// What makes an animation of a PNG (APNG). Only its first picture is used, which is stored as
    /// in any PNG.
    ANIMATION("acTL"),
    FRAME("fcTL"),
    FRAME_DATA("fdAT"),
    /// Any other chunk that a reader may ignore.
    OTHER("");

    private final String type;

    PngChunk(String type) {
        this.type = type;
    }

    /// The kind of the chunk whose type stands at that offset; [#OTHER] if it is none of these,
    /// whether or not it may be ignored.
    static PngChunk at(Bytes file, long offset) {
        for (PngChunk chunk : KNOWN) {
            if (file.is(offset, chunk.type)) {
                return chunk;
            }
        }
        return OTHER;
    }

    private static final PngChunk[] KNOWN = values();
}
