package io.imagehandler.engine.thumbnailator;

import io.imagehandler.failure.UndecodableImage;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// A PNG cut into its chunks. Only those that make the picture go to the codec: texts may be bombs,
/// and nothing of them is kept anyway.
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int TRNS = 0x74524E53;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int ICCP = 0x69434350;

    private static final int LARGEST_PROFILE = 4 << 20;

    private final ByteBuffer critical;
    private Optional<ICC_Profile> profile = Optional.empty();

    /// @throws UndecodableImage if a chunk reaches beyond the file, or the last one is not there
    PngChunks(ByteBuffer png) {
        var file = png.slice();
        critical = ByteBuffer.allocate(file.limit());
        if (file.limit() >= SIGNATURE) {
            critical.put(file.slice(0, SIGNATURE));
        }
        long at = SIGNATURE;
        int type = 0;
        while (type != IEND) {
            if (at + 12 > file.limit()) {
                throw new UndecodableImage("the image is cut off");
            }
            long length = Integer.toUnsignedLong(file.getInt((int) at));
            if (at + 12 + length > file.limit()) {
                throw new UndecodableImage("the image is cut off");
            }
            type = file.getInt((int) at + 4);
            take(type, file.slice((int) at, (int) length + 12));
            at += 12 + length;
        }
        critical.flip();
    }

    /// The file without what the picture does not need.
    ByteBuffer critical() {
        return critical;
    }

    /// The embedded profile, unless there is none or it is damaged.
    Optional<ICC_Profile> profile() {
        return profile;
    }

    private void take(int type, ByteBuffer chunk) {
        switch (type) {
            case IHDR, PLTE, TRNS, IDAT, IEND -> critical.put(chunk);
            case ICCP -> profile = inflated(chunk.slice(8, chunk.limit() - 12));
            default -> {}
        }
    }

    /// After the profile's name, which a zero ends, and a byte for the method.
    private static Optional<ICC_Profile> inflated(ByteBuffer data) {
        int at = 0;
        while (at < data.limit() && data.get(at) != 0) {
            at++;
        }
        if (at + 2 >= data.limit()) {
            return Optional.empty();
        }
        try (var inflater = new Inflater()) {
            inflater.setInput(data.slice(at + 2, data.limit() - at - 2));
            var bytes = new byte[Math.min(LARGEST_PROFILE, 1032 * data.limit())];
            int length = inflater.inflate(bytes);
            return inflater.finished()
                    ? Optional.of(ICC_Profile.getInstance(Arrays.copyOf(bytes, length)))
                    : Optional.empty();
        } catch (DataFormatException | IllegalArgumentException e) {
            // Viewers show such a picture as if it had no profile.
            return Optional.empty();
        }
    }
}
