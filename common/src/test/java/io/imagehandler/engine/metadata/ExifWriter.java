package io.imagehandler.engine.metadata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes Exif as a camera would: a first directory, the shooting settings and the position.
final class ExifWriter {

    static final int SETTINGS = 0x8769;
    static final int POSITION = 0x8825;

    private final List<Entry> first = new ArrayList<>();
    private final List<Entry> settings = new ArrayList<>();
    private final List<Entry> position = new ArrayList<>();
    private final ByteOrder order;

    ExifWriter(ByteOrder order) {
        this.order = order;
    }

    private record Entry(int tag, int type, int count, ByteBuffer value) {}

    ExifWriter text(int tag, String text) {
        return add(tag, 2, text.length() + 1, (text + "\0").getBytes(StandardCharsets.UTF_8));
    }

    ExifWriter number(int tag, int value) {
        return add(tag, 3, 1, buffer(2).putShort((short) value).array());
    }

    ExifWriter fraction(int tag, int numerator, int denominator) {
        return add(tag, 5, 1, buffer(8).putInt(numerator).putInt(denominator).array());
    }

    /// Of bytes that only the maker understands.
    ExifWriter opaque(int tag, byte[] value) {
        return add(tag, 7, value.length, value);
    }

    ExifWriter position(int tag, String text) {
        var bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        position.add(new Entry(tag, 2, bytes.length, ByteBuffer.wrap(bytes)));
        return this;
    }

    /// The TIFF structure, from the byte order mark on.
    byte[] tiff() {
        int settingsAt = 8 + directorySize(first.size() + 2);
        int positionAt = settingsAt + directorySize(settings.size());
        int valuesAt = positionAt + directorySize(position.size());
        var whole = new ArrayList<>(first);
        whole.add(pointer(SETTINGS, settingsAt));
        whole.add(pointer(POSITION, positionAt));
        var tiff = buffer(valuesAt + 8192);
        tiff.put(order == ByteOrder.BIG_ENDIAN ? (byte) 'M' : (byte) 'I');
        tiff.put(order == ByteOrder.BIG_ENDIAN ? (byte) 'M' : (byte) 'I');
        tiff.putShort((short) 42).putInt(8);
        int values = valuesAt;
        for (var directory : List.of(whole, settings, position)) {
            values = write(directory, tiff, values);
        }
        var bytes = new byte[values];
        tiff.get(0, bytes);
        return bytes;
    }

    /// As a JPEG's segment holds it.
    byte[] segment() {
        var tiff = tiff();
        return ByteBuffer.allocate(6 + tiff.length)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff)
                .array();
    }

    private ExifWriter add(int tag, int type, int count, byte[] value) {
        (tag >= 0x8000 ? settings : first).add(new Entry(tag, type, count, ByteBuffer.wrap(value)));
        return this;
    }

    private Entry pointer(int tag, int at) {
        return new Entry(tag, 4, 1, buffer(4).putInt(0, at));
    }

    private static int directorySize(int entries) {
        return 2 + 12 * entries + 4;
    }

    private static int write(List<Entry> directory, ByteBuffer tiff, int valuesAt) {
        int values = valuesAt;
        tiff.putShort((short) directory.size());
        for (Entry entry : directory) {
            tiff.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
            int length = entry.value.remaining();
            int at = length <= 4 ? tiff.position() : values;
            tiff.putInt(values);
            tiff.put(at, entry.value, 0, length);
            values += length <= 4 ? 0 : length;
        }
        tiff.putInt(0);
        return values;
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }
}
