package io.imagehandler.engine.thumbnailator;

import io.imagehandler.failure.UndecodableImage;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// A PNG cut into its chunks, for what its codec does not look at: that they are all there, and
/// what the profile is.
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int IEND = 0x49454E44;
    private static final int ICCP = 0x69434350;

    private static final int LARGEST_PROFILE = 4 << 20;

    private Optional<ICC_Profile> profile = Optional.empty();

    /// @throws UndecodableImage if a chunk reaches beyond the file, or the last one is not there
    PngChunks(ByteBuffer png) {
        var file = png.slice();
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
            if (type == ICCP) {
                profile = inflated(file.slice((int) at + 8, (int) length));
            }
            at += 12 + length;
        }
    }

    /// The embedded profile, unless there is none or it is damaged.
    Optional<ICC_Profile> profile() {
        return profile;
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
