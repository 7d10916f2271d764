package io.imagehandler.engine.vips;

import io.imagehandler.transformation.Color;

/// The mean colour of a picture.
final class Average {

    private static final double WHITE = 255;

    /// Statistics are a table: a row for all channels, then one for each; this column has the mean.
    private static final int MEAN = 4;

    private static final int COLUMNS = 10;

    private Average() {}

    /// Flattened on white: what alpha takes away, white fills.
    ///
    /// @param picture in standard colours
    static Color of(Picture picture) {
        boolean alpha = picture.alpha();
        Picture weighted = alpha ? picture.call("premultiply").picture() : picture;
        double[] statistics = weighted.call("stats").picture().numbers();
        double filled = alpha ? WHITE - mean(statistics, 3) : 0;
        return new Color(
                (int) Math.round(mean(statistics, 0) + filled),
                (int) Math.round(mean(statistics, 1) + filled),
                (int) Math.round(mean(statistics, 2) + filled));
    }

    private static double mean(double[] statistics, int channel) {
        return statistics[(channel + 1) * COLUMNS + MEAN];
    }
}
