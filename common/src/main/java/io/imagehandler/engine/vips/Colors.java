package io.imagehandler.engine.vips;

/// Brings pictures to sRGB with 8 bits a channel.
final class Colors {

    private static final String PROFILE = "icc-profile-data";

    /// Of `VipsIntent`.
    private static final int PERCEPTUAL = 0;

    private Colors() {}

    /// The picture in sRGB, 3 channels or 4 with alpha, without a profile.
    static Picture standard(Picture picture) {
        if (picture.has(PROFILE)) {
            return plain(byProfile(picture)).without(PROFILE);
        }
        return plain(picture);
    }

    /// A profile that is damaged, or made for other channels than these, is no reason to refuse the
    /// picture: it is read as if it had none, as browsers do.
    private static Picture byProfile(Picture picture) {
        try {
            return transform(picture).set("embedded", true).picture();
        } catch (VipsFailure _) {
            return picture;
        }
    }

    private static Picture plain(Picture picture) {
        if (picture.interpretation() == Picture.SRGB && picture.format() == Picture.BYTE) {
            return picture;
        }
        if (picture.interpretation() == Picture.CMYK) {
            return transform(picture).set("input_profile", "cmyk").picture();
        }
        return picture.call("colourspace").set("space", Picture.SRGB).picture();
    }

    private static Call transform(Picture picture) {
        return picture.call("icc_transform")
                .set("output_profile", "srgb")
                .set("intent", PERCEPTUAL)
                // Down to 8 bits afterwards: 8.14 would leave alpha as it is.
                .set("depth", picture.format() == Picture.BYTE ? 8 : 16);
    }
}
