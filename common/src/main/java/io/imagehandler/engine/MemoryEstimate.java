package io.imagehandler.engine;

/// What one rendering holds in memory at its peak, in bytes, estimated from above before anything
/// is decoded. The parts are added as if all of them were held at the same time.
///
/// @param file the encoded source and the encoded pictures of its marks
/// @param decoding what decoders hold: [ImageFacts#decodeMemory], and the frames that are kept
/// @param pictures what is held whole between steps, or because more than one rendition is made of
///   it
/// @param encoding what encoders hold that do not write in strips
public record MemoryEstimate(long file, long decoding, long pictures, long encoding) {

    /// All of it.
    public long total() {
        return file + besidesTheFile();
    }

    /// What is held besides the encoded source, which is in memory before anything is known of it.
    public long besidesTheFile() {
        return decoding + pictures + encoding;
    }
}
