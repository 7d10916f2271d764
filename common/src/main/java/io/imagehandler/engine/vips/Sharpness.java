package io.imagehandler.engine.vips;

/// Makes pictures softer and sharper.
final class Sharpness {

    /// Of `VipsPrecision`.
    private static final int PRECISION_FLOAT = 1;

    private static final double FLAT_SLOPE = 0.5;
    private static final double JAGGED_SLOPE = 1;

    /// From one level of 8 bits to the next of 16.
    private static final double FINE = 257;

    private Sharpness() {}

    static Picture blurred(Picture picture, double sigma, int radius) {
        double[] mask = gaussian(sigma, radius);
        return Alpha.premultiplied(
                picture,
                p ->
                        p.call("convsep")
                                .set("mask", p.session().matrix(mask.length, mask))
                                .set("precision", PRECISION_FLOAT)
                                .picture());
    }

    /// @param picture in memory: it is read more than once
    static Picture sharpened(Picture picture, double sigma) {
        return picture.alpha()
                ? Alpha.premultiplied(picture, p -> sharpenedColors(p, sigma))
                : sharpen(picture, sigma);
    }

    /// Sharpening wants whole numbers. Of 8 bits, too little would be left of the colours that are
    /// nearly transparent.
    private static Picture sharpenedColors(Picture weighted, double sigma) {
        Picture colors =
                weighted.bands(0, 3).linear(FINE, 0).rounded(Picture.SHORT).as(Picture.RGB16);
        return Alpha.joined(
                sharpen(colors, sigma).linear(1 / FINE, 0).as(Picture.SRGB), weighted.bands(3, 1));
    }

    private static Picture sharpen(Picture picture, double sigma) {
        return picture.call("sharpen")
                .set("sigma", sigma)
                .set("m1", FLAT_SLOPE)
                .set("m2", JAGGED_SLOPE)
                .picture();
    }

    private static double[] gaussian(double sigma, int radius) {
        var mask = new double[2 * radius + 1];
        double sum = 0;
        for (int i = 0; i < mask.length; i++) {
            double distance = (i - radius) / sigma;
            mask[i] = Math.exp(-distance * distance / 2);
            sum += mask[i];
        }
        for (int i = 0; i < mask.length; i++) {
            mask[i] /= sum;
        }
        return mask;
    }
}
