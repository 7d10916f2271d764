package io.imagehandler.testpictures;

/// A valid progressive JPEG that sends every bit of every coefficient in a scan of its own.
///
/// Each scan is a few bytes and costs the decoder a pass over the whole picture.
final class RefinedJpeg {

    /// One for the mean of all blocks, and 14 bits of each of 63 coefficients.
    static final int SCANS = 1 + 63 * 14;

    private static final int LONGEST_RUN = 0x7FFF;

    private final RawJpeg file = new RawJpeg();
    private final int blocks;
    private final Octets bits = new Octets();
    private int pending;
    private int count;

    private RefinedJpeg(int width, int height) {
        this.blocks = Math.ceilDiv(width, 8) * Math.ceilDiv(height, 8);
        file.table(0, 16).frame(RawJpeg.PROGRESSIVE, width, height, 1);
        file.segment(0xC4, new Octets().u8(0, 1).zeros(15).u8(0).toArray());
        var runs = new Octets().u8(0x10, 0, 0, 0, 15).zeros(12);
        for (int log = 0; log < 15; log++) {
            runs.u8(log << 4);
        }
        file.segment(0xC4, runs.toArray());
    }

    /// A grey picture, all of one tone.
    static byte[] of(int width, int height) {
        var jpeg = new RefinedJpeg(width, height);
        jpeg.means();
        for (int coefficient = 1; coefficient < 64; coefficient++) {
            jpeg.nothing(coefficient, 0, 13);
            for (int bit = 12; bit >= 0; bit--) {
                jpeg.nothing(coefficient, bit + 1, bit);
            }
        }
        return jpeg.file.end();
    }

    /// No block differs from the one before: one bit each.
    private void means() {
        for (int block = 0; block < blocks; block++) {
            put(0, 1);
        }
        scan(0, 0, 0);
    }

    /// No block has anything of this coefficient: runs of empty blocks.
    private void nothing(int coefficient, int before, int bit) {
        int left = blocks;
        while (left > 0) {
            int run = Math.min(left, LONGEST_RUN);
            int log = 31 - Integer.numberOfLeadingZeros(run);
            put(log, 4);
            put(run - (1 << log), log);
            left -= run;
        }
        scan(coefficient, before, bit);
    }

    private void scan(int coefficient, int before, int bit) {
        while (count != 0) {
            put(1, 1);
        }
        file.segment(
                0xDA,
                (byte) 1,
                (byte) 1,
                (byte) 0,
                (byte) coefficient,
                (byte) coefficient,
                (byte) (before << 4 | bit));
        file.raw(bits.toArray());
        bits.reset();
    }

    private void put(int value, int length) {
        for (int i = length - 1; i >= 0; i--) {
            pending = pending << 1 | (value >> i & 1);
            count++;
            if (count == 8) {
                bits.u8(pending);
                if ((pending & 0xFF) == 0xFF) {
                    bits.u8(0);
                }
                pending = 0;
                count = 0;
            }
        }
    }
}
