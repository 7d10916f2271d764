package io.imagehandler.rendition.convergence;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Rendering;
import io.imagehandler.rendition.Rendering.Rendered;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.TransformationGrammar;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/// A picture of 16 x 16 pixels that is made beside the renditions, from their decode, to tell the
/// average colour by: asked for itself, that would cost a decode of its own.
///
/// Within one or two levels of the exact mean, since the kernel that shrinks the picture counts its
/// edges a little more or less than the rest.
final class Sample {

    /// Of no original in particular.
    static final WantedRendition WANTED =
            WantedRendition.adHoc(
                    new OriginalKey("sample"),
                    TransformationGrammar.parse(
                            "image/resize,w_16,h_16,m_fixed,limit_0/format,png"),
                    AcceptClass.NONE);

    private Sample() {}

    static boolean isSample(Rendering rendering) {
        return rendering.wanted().equals(WANTED);
    }

    /// The average colour on white by the sample among these, or null if it could not be made.
    static @Nullable Color average(List<Rendering> renderings) {
        return renderings.stream()
                .filter(Sample::isSample)
                .filter(Rendered.class::isInstance)
                .map(one -> average(((Rendered) one).image()))
                .findFirst()
                .orElse(null);
    }

    private static Color average(EncodedImage sample) {
        BufferedImage picture = read(sample);
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int argb = picture.getRGB(x, y);
                red += onWhite(argb, 16);
                green += onWhite(argb, 8);
                blue += onWhite(argb, 0);
            }
        }
        double pixels = (double) picture.getWidth() * picture.getHeight();
        return new Color(
                (int) Math.round(red / pixels),
                (int) Math.round(green / pixels),
                (int) Math.round(blue / pixels));
    }

    private static double onWhite(int argb, int shift) {
        double opaque = (argb >>> 24) / 255.0;
        return ((argb >>> shift) & 0xFF) * opaque + 255 * (1 - opaque);
    }

    /// Our own engine has just written it, so ImageIO may read it.
    private static BufferedImage read(EncodedImage sample) {
        byte[] file = new byte[sample.length()];
        sample.bytes().get(file);
        try {
            // Left to itself, ImageIO puts it into a file first, and finds no picture if it cannot.
            var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
            BufferedImage picture = ImageIO.read(stream);
            if (picture == null) {
                throw new IllegalStateException("the sample must be a PNG but is not");
            }
            return picture;
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
