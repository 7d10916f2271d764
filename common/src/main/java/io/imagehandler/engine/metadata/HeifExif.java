package io.imagehandler.engine.metadata;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Finds Exif in an AVIF or HEIC, where it is one of the items that the file consists of: one list
/// says of what kind each item is, another one where it lies.
///
/// Only Exif that lies in the file in one piece is found; nothing writes it otherwise.
final class HeifExif {

    private static final int EXIF = 0x4578_6966;

    private HeifExif() {}

    /// The TIFF structure. Nothing if a list is damaged: any number in it may point outside.
    static Optional<ByteBuffer> find(ByteBuffer file) {
        try {
            return box(file.slice(), "meta").flatMap(meta -> inMeta(file.slice(), meta));
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<ByteBuffer> inMeta(ByteBuffer file, ByteBuffer meta) {
        meta.getInt();
        return box(meta.slice(), "iinf")
                .flatMap(HeifExif::item)
                .flatMap(item ->
                        box(meta.slice(), "iloc").flatMap(list -> located(file, list, item)))
                .map(HeifExif::tiff);
    }

    /// The number of the first item that is Exif.
    private static Optional<Long> item(ByteBuffer list) {
        number(list, version(list) == 0 ? 2 : 4);
        for (var next = box(list, "infe"); next.isPresent(); next = box(list, "infe")) {
            var entry = next.get();
            long item = number(entry, version(entry) == 2 ? 2 : 4);
            entry.getShort();
            if (entry.getInt() == EXIF) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /// The data of an item.
    private static Optional<ByteBuffer> located(ByteBuffer file, ByteBuffer list, long wanted) {
        int version = version(list);
        int sizes = list.getShort();
        int wide = version == 2 ? 4 : 2;
        for (long items = number(list, wide); items > 0; items--) {
            long item = number(list, wide);
            boolean inFile = version == 0 || (list.getShort() & 0xF) == 0;
            list.getShort();
            long base = number(list, sizes >> 4 & 0xF);
            int parts = list.getShort() & 0xFFFF;
            int index = version == 0 ? 0 : sizes & 0xF;
            if (item == wanted) {
                number(list, index);
                long start = base + number(list, sizes >> 12 & 0xF);
                long length = number(list, sizes >> 8 & 0xF);
                return inFile && parts == 1 ? part(file, start, length) : Optional.empty();
            }
            int each = index + (sizes >> 12 & 0xF) + (sizes >> 8 & 0xF);
            list.position(list.position() + parts * each);
        }
        return Optional.empty();
    }

    /// Its first four bytes say how much stands before the byte order mark.
    private static ByteBuffer tiff(ByteBuffer exif) {
        long before = number(exif, 4);
        return part(exif.slice(), before, exif.remaining() - before)
                .orElseThrow(IndexOutOfBoundsException::new);
    }

    /// The content of the next box of that type. What lies up to its end is read.
    private static Optional<ByteBuffer> box(ByteBuffer boxes, String type) {
        var name = ByteBuffer.wrap(type.getBytes(StandardCharsets.US_ASCII)).getInt();
        while (boxes.remaining() >= 8) {
            int start = boxes.position();
            long size = number(boxes, 4);
            boolean found = boxes.getInt() == name;
            size = size == 1 ? boxes.getLong() : size == 0 ? boxes.limit() - start : size;
            long length = start + size - boxes.position();
            var content = part(boxes, boxes.position(), length);
            if (content.isEmpty() || found) {
                boxes.position(content.isEmpty() ? boxes.limit() : (int) (start + size));
                return content;
            }
            boxes.position((int) (start + size));
        }
        return Optional.empty();
    }

    private static Optional<ByteBuffer> part(ByteBuffer whole, long start, long length) {
        boolean inside = start >= 0 && length >= 0 && start <= whole.limit() - length;
        return inside ? Optional.of(whole.slice((int) start, (int) length)) : Optional.empty();
    }

    /// The first byte of a box of which there are several kinds; three bytes of flags follow.
    private static int version(ByteBuffer box) {
        return box.getInt() >>> 24;
    }

    /// An unsigned number of 0, 2, 4 or 8 bytes.
    private static long number(ByteBuffer from, int bytes) {
        return switch (bytes) {
            case 0 -> 0;
            case 2 -> from.getShort() & 0xFFFF;
            case 4 -> from.getInt() & 0xFFFF_FFFFL;
            case 8 -> from.getLong();
            default -> throw new IndexOutOfBoundsException("no number has so many bytes");
        };
    }
}
