package io.imagehandler.engine.vips;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/// Takes the chunks of metadata out of a WebP file. The saver of libvips 8.14 writes EXIF, made up
/// from the resolution, even for a picture that has none and though told not to.
final class BareWebp {

    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int RIFF_SIZE = 4;

    /// The flags of VP8X for a profile, EXIF and XMP.
    private static final int METADATA_FLAGS = 0x20 | 0x08 | 0x04;

    private static final Set<String> METADATA = Set.of("ICCP", "EXIF", "XMP ");

    private BareWebp() {}

    /// @param file a whole and correct WebP file, which may be changed
    static byte[] of(byte[] file) {
        var from = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        boolean extended = type(file, HEADER).equals("VP8X");
        if (!extended || (from.get(HEADER + CHUNK_HEADER) & METADATA_FLAGS) == 0) {
            return file;
        }
        from.put(HEADER + CHUNK_HEADER, (byte) (from.get(HEADER + CHUNK_HEADER) & ~METADATA_FLAGS));
        var kept = ByteBuffer.allocate(file.length).order(ByteOrder.LITTLE_ENDIAN);
        kept.put(file, 0, HEADER);
        for (int at = HEADER; at < file.length; ) {
            int size = from.getInt(at + RIFF_SIZE);
            int padded = CHUNK_HEADER + size + (size & 1);
            if (!METADATA.contains(type(file, at))) {
                kept.put(file, at, padded);
            }
            at += padded;
        }
        kept.putInt(RIFF_SIZE, kept.position() - CHUNK_HEADER);
        return Arrays.copyOf(kept.array(), kept.position());
    }

    private static String type(byte[] file, int at) {
        return new String(file, at, 4, StandardCharsets.US_ASCII);
    }
}
