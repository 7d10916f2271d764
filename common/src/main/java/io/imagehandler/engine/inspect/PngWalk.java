package io.imagehandler.engine.inspect;

import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.UndecodableImage;
import java.util.EnumSet;
import java.util.Set;

/// One walk over the chunks of a PNG. Only those that a decoder needs for the right colours are let
/// through to it; text alone can cost libpng 15 s.
final class PngWalk {

    private static final long MOST_ANCILLARY_BYTES = 1_000_000;
    private static final int MOST_ANCILLARY_CHUNKS = 1_000;

    /// Length, type and check sum.
    private static final int FRAMING = 12;

    private final Bytes file;
    private final Findings found;
    private final Excerpt kept;
    private final PngHeader header;
    private final Set<PngChunk> seen = EnumSet.noneOf(PngChunk.class);
    private PngChunk previous = PngChunk.HEADER;
    private long paletteLength;
    private long ancillaryBytes;
    private int ancillaryChunks;

    PngWalk(Bytes file) {
        this.file = file;
        this.found = new Findings(SourceFormat.PNG, file);
        this.kept = new Excerpt(file);
        this.header = PngHeader.read(file, found);
    }

    Findings run() {
        long at = Png.SIGNATURE.length();
        while (previous != PngChunk.END) {
            long length = file.u32(at);
            if (!file.has(at, length + FRAMING)) {
                throw new UndecodableImage("the PNG is cut off");
            }
            chunk(at, length);
            at += length + FRAMING;
        }
        if (!seen.contains(PngChunk.DATA)) {
            throw new UndecodableImage("the PNG has no picture in it");
        }
        header.describe(found, seen.contains(PngChunk.TRANSPARENCY));
        found.profile = seen.contains(PngChunk.PROFILE);
        found.bytes = kept.upTo(at);
        return found;
    }

    private void chunk(long at, long length) {
        PngChunk chunk = PngChunk.at(file, at + 4);
        boolean critical = (file.u8(at + 4) & 0x20) == 0;
        if (critical) {
            checkCritical(chunk, at, length);
            seen.add(chunk);
        } else {
            count(chunk, length);
            ancillary(chunk, at, length);
        }
        previous = chunk;
    }

    private void checkCritical(PngChunk chunk, long at, long length) {
        boolean right =
                switch (chunk) {
                    case HEADER -> at == Png.SIGNATURE.length();
                    case PALETTE -> first(chunk) && beforeData() && header.allowsPalette(length);
                    case DATA ->
                            (first(chunk) || previous == PngChunk.DATA)
                                    && (!header.needsPalette() || seen.contains(PngChunk.PALETTE));
                    case END -> length == 0;
                    case TRANSPARENCY,
                            SRGB,
                            GAMMA,
                            CHROMATICITIES,
                            PROFILE,
                            EXIF,
                            ANIMATION,
                            FRAME,
                            FRAME_DATA,
                            OTHER ->
                            false;
                };
        if (!right || !sumIsRight(at, length)) {
            throw new UndecodableImage("the PNG is damaged");
        }
        paletteLength = chunk == PngChunk.PALETTE ? length : paletteLength;
    }

    private void ancillary(PngChunk chunk, long at, long length) {
        if (chunk == PngChunk.EXIF && first(chunk)) {
            seen.add(chunk);
            found.orientation = Exif.orientation(file.part(at + 8, length));
        }
        if (isNeeded(chunk, at, length) && sumIsRight(at, length)) {
            seen.add(chunk);
        } else {
            kept.leaveOut(at, length + FRAMING);
        }
    }

    /// Whether a decoder needs the chunk. Those that are misplaced or malformed it would ignore.
    private boolean isNeeded(PngChunk chunk, long at, long length) {
        return first(chunk)
                && beforeData()
                && switch (chunk) {
                    case TRANSPARENCY -> header.allowsTransparency(length, paletteLength);
                    case SRGB -> length == 1;
                    case GAMMA -> length == 4;
                    case CHROMATICITIES -> length == 32;
                    case PROFILE -> PngProfile.isSmall(file.part(at + 8, length));
                    case HEADER, PALETTE, DATA, END, EXIF, ANIMATION, FRAME, FRAME_DATA, OTHER ->
                            false;
                };
    }

    /// Pictures of an animation are left out unread and so cost nothing; a profile has a limit of
    /// its own.
    private void count(PngChunk chunk, long length) {
        if (chunk == PngChunk.FRAME || chunk == PngChunk.FRAME_DATA) {
            return;
        }
        ancillaryChunks++;
        ancillaryBytes += chunk == PngChunk.PROFILE ? 0 : length;
        if (ancillaryChunks > MOST_ANCILLARY_CHUNKS || ancillaryBytes > MOST_ANCILLARY_BYTES) {
            throw new ImageTooLarge("the PNG has too much in it besides the picture");
        }
    }

    private boolean first(PngChunk chunk) {
        return !seen.contains(chunk);
    }

    private boolean beforeData() {
        return first(PngChunk.DATA);
    }

    private boolean sumIsRight(long at, long length) {
        return file.crc32(at + 4, length + 4) == file.u32(at + 8 + length);
    }
}
