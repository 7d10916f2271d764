package io.imagehandler.engine.inspect;

import io.imagehandler.failure.UndecodableImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/// The bytes of a file, or of a part of one, by their offset.
///
/// Offsets are `long`, so that the sum of an offset and an untrusted 32-bit length never wraps.
/// Whatever lies outside is [UndecodableImage], never an exception of the buffer's.
final class Bytes {

    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGH = 0x8080_8080_8080_8080L;

    private final ByteBuffer buffer;

    /// Big-endian, from the position to the limit.
    Bytes(ByteBuffer buffer) {
        this.buffer = buffer.slice();
    }

    /// The same bytes, with numbers read the other way round.
    Bytes littleEndian() {
        var view = new Bytes(buffer);
        view.buffer.order(ByteOrder.LITTLE_ENDIAN);
        return view;
    }

    long size() {
        return buffer.limit();
    }

    boolean has(long at, long length) {
        return at >= 0 && length >= 0 && length <= size() - at;
    }

    int u8(long at) {
        return buffer.get(inside(at, 1)) & 0xFF;
    }

    int u16(long at) {
        return buffer.getShort(inside(at, 2)) & 0xFFFF;
    }

    /// Three bytes, always little-endian: only WebP has such numbers.
    int u24(long at) {
        return u8(at) | u8(at + 1) << 8 | u8(at + 2) << 16;
    }

    long u32(long at) {
        return buffer.getInt(inside(at, 4)) & 0xFFFF_FFFFL;
    }

    /// Whether `text`, a byte a character, stands at that offset.
    boolean is(long at, String text) {
        if (!has(at, text.length())) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (u8(at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Where the byte `value` comes next, at `from` or later; the size if nowhere.
    ///
    /// Looks at eight bytes at a time: most of a JPEG is passed here.
    long find(int value, long from) {
        int at = inside(from, 0);
        while (at <= size() - 8 && !holds(value, buffer.getLong(at))) {
            at += 8;
        }
        while (at < size() && u8(at) != value) {
            at++;
        }
        return at;
    }

    private static boolean holds(int value, long word) {
        long zeroWhereEqual = word ^ (value * EACH);
        return ((zeroWhereEqual - EACH) & ~zeroWhereEqual & HIGH) != 0;
    }

    /// A part, in the same byte order and with offsets of its own.
    Bytes part(long at, long length) {
        var part = new Bytes(view(at, length));
        part.buffer.order(buffer.order());
        return part;
    }

    ByteBuffer view(long at, long length) {
        return buffer.slice(inside(at, length), (int) length);
    }

    long crc32(long at, long length) {
        var sum = new CRC32();
        sum.update(view(at, length));
        return sum.getValue();
    }

    private int inside(long at, long length) {
        if (!has(at, length)) {
            throw new UndecodableImage("the file is cut off");
        }
        return (int) at;
    }
}
