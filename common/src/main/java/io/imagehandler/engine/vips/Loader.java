package io.imagehandler.engine.vips;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.transformation.Size;
import java.lang.foreign.MemorySegment;

/// Opens files, each by the loader of its format: nothing is guessed from the bytes.
final class Loader {

    /// Of `VipsAccess`: from top to bottom, without a copy of the whole picture.
    private static final int SEQUENTIAL = 1;

    /// Of `VipsFailOn`. By default the missing part of a file would come out grey.
    private static final int TRUNCATED = 1;

    private Loader() {}

    /// The first `frames` frames of the source.
    ///
    /// @param shrink a JPEG (1, 2, 4 or 8) or a still WebP (1 or more) is decoded to about this
    ///   fraction of its sides, which costs far less; all else takes 1 only
    /// @throws VipsFailure if the header is damaged or says something else than the facts
    static Frames load(Session session, CheckedImage source, int frames, int shrink) {
        ImageFacts facts = source.facts();
        Picture strip = open(session, facts.format(), session.copy(source.bytes()), frames, shrink);
        Size size = strip.size();
        if (!isFraction(size.width(), facts.size().width(), shrink)
                || !isFraction(size.height(), facts.size().height() * frames, shrink)) {
            throw new VipsFailure(
                    "load", size + " at 1/" + shrink + ", unlike the header's " + facts.size());
        }
        return Frames.ofStrip(strip, frames);
    }

    /// How much smaller than it is stored a picture may be decoded that must not be smaller than
    /// `need`. The rest of the way down, a factor of 2 at least, is left to a better kernel.
    static int shrink(ImageFacts facts, Size need) {
        Size stored = facts.size();
        int factor = Math.min(stored.width() / need.width(), stored.height() / need.height());
        return switch (facts.format()) {
            case JPEG -> Math.clamp(Integer.highestOneBit(factor) / 2, 1, 8);
            case WEBP -> facts.animated() ? 1 : Math.max(1, factor / 2);
            case PNG, GIF, AVIF, HEIC -> 1;
        };
    }

    /// @param file must live as long as the session
    static Picture open(
            Session session, SourceFormat format, MemorySegment file, int frames, int shrink) {
        Call call =
                session.call(loader(format))
                        .setFile(file)
                        .set("access", SEQUENTIAL)
                        .set("fail_on", TRUNCATED);
        Call typed =
                switch (format) {
                    case JPEG -> call.set("shrink", shrink);
                    case PNG, AVIF, HEIC -> call.set("unlimited", false);
                    case GIF -> call.set("n", frames);
                    case WEBP -> call.set("n", frames).set("scale", 1.0 / shrink);
                };
        return typed.picture();
    }

    static String loader(SourceFormat format) {
        return switch (format) {
            case JPEG -> "jpegload_buffer";
            case PNG -> "pngload_buffer";
            case GIF -> "gifload_buffer";
            case WEBP -> "webpload_buffer";
            case AVIF, HEIC -> "heifload_buffer";
        };
    }

    /// Decoders round differently.
    private static boolean isFraction(int actual, int whole, int shrink) {
        return actual == whole / shrink || actual == Math.ceilDiv(whole, shrink);
    }
}
