package io.imagehandler.engine;

import io.imagehandler.transformation.Size;

/// How the stored pixels must be turned and mirrored to be upright: the EXIF tag `Orientation`
/// (0x0112).
///
/// Each is a mirroring about the vertical axis (left and right exchanged) or none, and then a
/// clockwise turn.
public enum Orientation {
    UPRIGHT(1, false, 0),
    MIRRORED(2, true, 0),
    TURNED_180(3, false, 180),
    MIRRORED_TURNED_180(4, true, 180),
    MIRRORED_TURNED_270(5, true, 270),
    TURNED_90(6, false, 90),
    MIRRORED_TURNED_90(7, true, 90),
    TURNED_270(8, false, 270);

    private final int tag;
    private final boolean mirrored;
    private final int degrees;

    Orientation(int tag, boolean mirrored, int degrees) {
        this.tag = tag;
        this.mirrored = mirrored;
        this.degrees = degrees;
    }

    /// The orientation of an EXIF value; anything but 2 to 8 is upright, as viewers treat it.
    public static Orientation ofTag(int tag) {
        return tag >= 1 && tag <= 8 ? values()[tag - 1] : UPRIGHT;
    }

    /// The EXIF value, 1 to 8.
    public int tag() {
        return tag;
    }

    /// Whether the stored pixels are mirrored left to right first.
    public boolean mirrored() {
        return mirrored;
    }

    /// How far to turn clockwise after that: 0, 90, 180 or 270 degrees.
    public int degrees() {
        return degrees;
    }

    /// The size of the upright picture, for one stored in `size`.
    public Size upright(Size size) {
        return degrees % 180 == 0 ? size : size.turned();
    }
}
