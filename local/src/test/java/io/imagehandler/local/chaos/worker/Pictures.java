package io.imagehandler.local.chaos.worker;

import io.imagehandler.local.chaos.Photos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/// The few pictures that all originals of the rows are copies of, so that what must become of each
/// is known.
final class Pictures {

    /// Each a JPEG of 320 x 240 pixels.
    static final List<byte[]> ALL = IntStream.range(0, 24).mapToObj(Pictures::drawn).toList();

    private Pictures() {}

    static byte[] of(int number) {
        return ALL.get(Math.floorMod(number, ALL.size()));
    }

    private static byte[] drawn(int number) {
        try {
            return Photos.small(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
