package io.imagehandler.engine.inspect;

import io.imagehandler.failure.UndecodableImage;

/// The quantization tables of a JPEG, and the quality that one of them stands for.
final class QuantizationTables {

    private static final int TABLES = 4;
    private static final int VALUES = 64;

    /// The luminance table of ISO/IEC 10918-1 Annex K, in zigzag order.
    private static final int[] STANDARD = {
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40,
        26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61, 60, 57, 51,
        56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87,
        95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99
    };

    private final int[][] tables = new int[TABLES][VALUES];
    private final boolean[] defined = new boolean[TABLES];

    /// Takes the tables of one DQT segment; a later one of the same number replaces an earlier one.
    void read(Bytes segment) {
        long at = 0;
        while (at < segment.size()) {
            int width = 1 + (segment.u8(at) >> 4);
            int table = segment.u8(at) & 0xF;
            if (width > 2 || table >= TABLES) {
                throw new UndecodableImage("the JPEG has a damaged quantization table");
            }
            at++;
            for (int i = 0; i < VALUES; i++, at += width) {
                tables[table][i] = width == 1 ? segment.u8(at) : segment.u16(at);
            }
            defined[table] = true;
        }
    }

    /// The quality, 1 to 100, at which libjpeg would write the table nearest to that of this
    /// number; of two equally near the higher.
    int quality(int table) {
        if (table >= TABLES || !defined[table]) {
            throw new UndecodableImage("the JPEG lacks a quantization table");
        }
        int best = 1;
        long least = Long.MAX_VALUE;
        for (int quality = 1; quality <= 100; quality++) {
            long distance = distance(tables[table], quality);
            if (distance <= least) {
                least = distance;
                best = quality;
            }
        }
        return best;
    }

    private static long distance(int[] table, int quality) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        long sum = 0;
        for (int i = 0; i < VALUES; i++) {
            int scaled = Math.clamp((STANDARD[i] * percent + 50) / 100, 1, 255);
            sum += Math.abs(table[i] - scaled);
        }
        return sum;
    }
}
