package io.imagehandler.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// A PNG of 30,000 x 30,000 pixels that has a few kilobytes.
final class Bomb {

    private static final int SIDE = 30_000;

    private Bomb() {}

    static byte[] png() throws IOException {
        var header =
                ByteBuffer.allocate(13)
                        .putInt(SIDE)
                        .putInt(SIDE)
                        .put(new byte[] {8, 2, 0, 0, 0}) // 8 bits, RGB
                        .array();
        var pixels = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(pixels)) {
            for (var row = 0; row < 20; row++) {
                deflated.write(new byte[1 + 3 * SIDE]);
            }
        }
        var file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        file.write(chunk("IHDR", header));
        file.write(chunk("IDAT", pixels.toByteArray()));
        file.write(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        var sum = new CRC32();
        sum.update(type.getBytes(US_ASCII));
        sum.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(type.getBytes(US_ASCII))
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }
}
