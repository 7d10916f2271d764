package io.imagehandler.engine.vips;

import io.imagehandler.transformation.Size;
import java.util.List;
import java.util.function.UnaryOperator;

/// How transparent pictures are.
final class Alpha {

    private static final double OPAQUE = 255;

    private Alpha() {}

    /// What `change` makes of the picture, with colours weighted by their alpha meanwhile; rounded
    /// to whole numbers in the end.
    static Picture premultiplied(Picture picture, UnaryOperator<Picture> change) {
        if (!picture.alpha()) {
            return change.apply(picture).rounded(picture.format());
        }
        Picture changed = change.apply(picture.call("premultiply").picture());
        return changed.call("unpremultiply").picture().rounded(picture.format());
    }

    /// As [#premultiplied], for a change that makes the picture smaller: whole numbers of 8 bits
    /// meanwhile, as libvips' own thumbnail does.
    static Picture averaged(Picture picture, UnaryOperator<Picture> change) {
        if (!picture.alpha() || picture.format() != Picture.BYTE) {
            return premultiplied(picture, change);
        }
        // Adding a half rounds to the nearest, where the cast alone would cut off; `linear` would
        // cast as well, in ten times the time.
        Picture weighted =
                picture.call("premultiply")
                        .picture()
                        .linear(1, 0.5)
                        .call("cast")
                        .set("format", Picture.BYTE)
                        .picture();
        return change.apply(weighted).call("unpremultiply").picture().rounded(Picture.BYTE);
    }

    /// The picture with alpha, opaque if it had none.
    static Picture added(Picture picture) {
        return picture.alpha()
                ? picture
                : picture.call("bandjoin_const").set("c", new double[] {OPAQUE}).picture();
    }

    /// The picture as transparent as the mask makes it, and as it is itself.
    ///
    /// @param mask of the picture's size, one channel: 0 where nothing is to be seen, 255 where all
    static Picture masked(Picture picture, Picture mask) {
        if (!picture.alpha()) {
            return joined(picture, mask);
        }
        Picture factors = joined(white(mask.session(), mask.size(), 3), mask);
        return picture.session()
                .call("multiply")
                .set("left", picture)
                .set("right", factors)
                .picture()
                .linear(1 / OPAQUE, 0)
                .rounded(Picture.BYTE)
                .as(Picture.SRGB);
    }

    static Picture white(Session session, Size size, int channels) {
        return session.black(size, channels).call("invert").picture();
    }

    static Picture joined(Picture colors, Picture alpha) {
        return colors.session()
                .call("bandjoin")
                .set("in", List.of(colors, alpha))
                .picture()
                .as(colors.interpretation());
    }
}
