package io.imagehandler.engine.inspect;

import io.imagehandler.engine.Orientation;

/// The one thing that we read of Exif data: how the picture is turned.
///
/// Exif is a TIFF file of its own. Only its first directory is looked at, and no offset in it is
/// followed; data that makes no sense means an upright picture, never a failure.
final class Exif {

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private Exif() {}

    /// @param tiff from the byte order mark on
    static Orientation orientation(Bytes tiff) {
        if (tiff.is(0, "MM\0*")) {
            return firstDirectory(tiff);
        }
        return tiff.is(0, "II*\0") ? firstDirectory(tiff.littleEndian()) : Orientation.UPRIGHT;
    }

    private static Orientation firstDirectory(Bytes tiff) {
        long directory = tiff.has(4, 4) ? tiff.u32(4) : 0;
        int entries = tiff.has(directory, 2) ? tiff.u16(directory) : 0;
        long at = directory + 2;
        for (int i = 0; i < entries && tiff.has(at, ENTRY); i++, at += ENTRY) {
            if (tiff.u16(at) == ORIENTATION && tiff.u16(at + 2) == SHORT) {
                return Orientation.ofTag(tiff.u16(at + 8));
            }
        }
        return Orientation.UPRIGHT;
    }
}
