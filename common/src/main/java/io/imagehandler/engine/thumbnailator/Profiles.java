package io.imagehandler.engine.thumbnailator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Hides ICC profiles that say they are longer than they are: TwelveMonkeys sets aside as much
/// memory as they say, up to 2 GB. The picture is then read as if it had none, as viewers do.
final class Profiles {

    private static final byte[] NAME = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

    /// The name, the number of the segment, and how many there are.
    private static final int HEAD = NAME.length + 2;

    private static final int MARKER = 0xFFE2;

    /// Every profile begins with so much, of which the first four bytes are its length.
    private static final int SHORTEST = 128;

    /// In a WebP: where the flags are, which of them says that there is a profile, and where that
    /// stands if so.
    private static final int FLAGS = 20;

    private static final int HAS_PROFILE = 0x20;
    private static final int CHUNK = 30;

    private Profiles() {}

    /// The file, or a copy in which its profile is another kind of segment. Wherever it looks like
    /// the beginning of a profile counts, so that no other reading of the file finds one more.
    static ByteBuffer honestJpeg(ByteBuffer file) {
        var jpeg = file.slice();
        if (isHonest(jpeg)) {
            return jpeg;
        }
        var copy = ByteBuffer.allocate(jpeg.limit()).put(jpeg).flip();
        for (int at = find(copy, 0); at >= 0; at = find(copy, at)) {
            copy.put(at, (byte) 'x');
        }
        return copy;
    }

    /// The file, or a copy that says it has no profile.
    static ByteBuffer honestWebp(ByteBuffer file) {
        var webp = file.slice();
        if (webp.limit() < CHUNK + 12
                || webp.getInt(CHUNK) != ('I' << 24 | 'C' << 16 | 'C' << 8 | 'P')) {
            return webp;
        }
        long length = Integer.toUnsignedLong(Integer.reverseBytes(webp.getInt(CHUNK + 4)));
        if (Integer.toUnsignedLong(webp.getInt(CHUNK + 8)) <= length) {
            return webp;
        }
        var copy = ByteBuffer.allocate(webp.limit()).put(webp).flip();
        return copy.put(FLAGS, (byte) (copy.get(FLAGS) & ~HAS_PROFILE)).put(CHUNK, (byte) 'x');
    }

    /// Whether the segments of each profile follow each other and are as long as the first one
    /// says.
    private static boolean isHonest(ByteBuffer jpeg) {
        long missing = 0;
        int last = 0;
        for (int at = find(jpeg, 0); at >= 0; at = find(jpeg, at + 1)) {
            int length = (jpeg.getShort(at - 2) & 0xFFFF) - 2 - HEAD;
            int number = jpeg.get(at + NAME.length) & 0xFF;
            boolean first = number == 1;
            if (first ? missing > 0 || length < SHORTEST : number != last + 1 || last == 0) {
                return false;
            }
            missing = first ? Integer.toUnsignedLong(jpeg.getInt(at + HEAD)) : missing;
            missing -= length;
            last = number;
        }
        return missing <= 0;
    }

    /// Where the next segment with a profile has its name; -1 if there is none.
    private static int find(ByteBuffer jpeg, int from) {
        int end = jpeg.limit() - HEAD - Integer.BYTES;
        for (int at = Math.max(from, 4); at <= end; at++) {
            if (jpeg.get(at) == NAME[0]
                    && (jpeg.getShort(at - 4) & 0xFFFF) == MARKER
                    && jpeg.slice(at, NAME.length).equals(ByteBuffer.wrap(NAME))) {
                return at;
            }
        }
        return -1;
    }
}
