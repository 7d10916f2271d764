package io.imagehandler.engine.mutants;

import io.imagehandler.testpictures.RawPng;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Changes files in the places and to the values where decoders go wrong.
final class Mutation {

    private static final int MOST_CHANGES = 6;

    private static final int[] ODD_NUMBERS = {
        0,
        1,
        2,
        3,
        0x7F,
        0x80,
        0xFF,
        0x100,
        0x7FFF,
        0x8000,
        0xFFFF,
        0x10000,
        0x7FFF_FFFF,
        1 << 31,
        -1
    };

    private final RandomGenerator random;
    private byte[] file;

    private Mutation(RandomGenerator random, byte[] file) {
        this.random = random;
        this.file = file.clone();
    }

    /// `file` with some changes.
    ///
    /// @param other from which a piece may be taken
    static byte[] of(byte[] file, byte[] other, RandomGenerator random) {
        var mutation = new Mutation(random, file);
        // Few as a rule: what is wrong in many places is refused for the first of them.
        for (int i = random.nextInt(1 + random.nextInt(MOST_CHANGES)); i >= 0; i--) {
            mutation.change(other);
        }
        // Where the sums are wrong, nobody looks any further.
        if (random.nextInt(4) > 0 && mutation.file.length > 8 && mutation.file[1] == 'P') {
            RawPng.repair(mutation.file);
        }
        return mutation.file;
    }

    private void change(byte[] other) {
        if (file.length < 2) {
            return;
        }
        int at = random.nextInt(file.length);
        // Headers are where the sizes are.
        at = random.nextInt(3) > 0 ? at : Math.min(at, random.nextInt(64));
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 4, 5, 6 -> file[at] = (byte) random.nextInt();
            case 7 -> number(at, 1 + random.nextInt(4), ODD_NUMBERS[random.nextInt(15)]);
            case 8, 9 -> file[at] += (byte) (random.nextBoolean() ? 1 : -1);
            case 10 -> file = Arrays.copyOf(file, Math.max(1, at));
            case 11 -> replaced(at, Math.min(file.length, at + length()), new byte[0]);
            case 12 -> replaced(at, at, piece(file));
            default -> replaced(at, Math.min(file.length, at + length()), piece(other));
        }
    }

    private void number(int at, int bytes, int number) {
        boolean bigEndian = random.nextBoolean();
        for (int i = 0; i < bytes && at + i < file.length; i++) {
            file[at + i] = (byte) (number >> (8 * (bigEndian ? bytes - 1 - i : i)));
        }
    }

    private int length() {
        return 1 + random.nextInt(1 << random.nextInt(1, 9));
    }

    private byte[] piece(byte[] from) {
        int start = random.nextInt(from.length);
        return Arrays.copyOfRange(from, start, Math.min(from.length, start + length()));
    }

    private void replaced(int from, int to, byte[] by) {
        var changed = new byte[file.length - (to - from) + by.length];
        System.arraycopy(file, 0, changed, 0, from);
        System.arraycopy(by, 0, changed, from, by.length);
        System.arraycopy(file, to, changed, from + by.length, file.length - to);
        file = changed;
    }
}
