package io.imagehandler.engine.inspect;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The ICC profile of a PNG, which is stored deflated and may swell to any size.
final class PngProfile {

    private static final long LONGEST_INFLATED = 4_000_000;
    private static final int LONGEST_NAME = 79;
    private static final int PIECE = 8192;

    private PngProfile() {}

    /// Whether the data of an iCCP chunk is whole and inflates to no more than it may.
    static boolean isSmall(Bytes data) {
        if (data.size() > Findings.LONGEST_PROFILE) {
            return false;
        }
        long name = data.find(0, 0);
        boolean deflated =
                name >= 1 && name <= LONGEST_NAME && data.has(name, 3) && data.u8(name + 1) == 0;
        return deflated && inflatesWell(data.part(name + 2, data.size() - name - 2));
    }

    private static boolean inflatesWell(Bytes deflated) {
        try (var inflater = new Inflater()) {
            inflater.setInput(deflated.view(0, deflated.size()));
            byte[] piece = new byte[PIECE];
            while (inflater.getBytesWritten() <= LONGEST_INFLATED) {
                if (inflater.inflate(piece) == 0) {
                    return inflater.finished() && inflater.getBytesWritten() > 0;
                }
            }
            return false;
        } catch (DataFormatException _) {
            return false;
        }
    }
}
