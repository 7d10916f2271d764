package io.imagehandler.benchmarks.measure;

import java.util.Arrays;
import java.util.Locale;

/// How one thing compares with another over the rounds of one run.
///
/// @param median of the rounds' ratios
/// @param least of them
/// @param most of them
public record Ratio(double median, double least, double most) {

    /// @param those at least one, as many as `base`
    public static Ratio of(double[] those, double[] base) {
        var ratios = new double[Math.min(those.length, base.length)];
        Arrays.setAll(ratios, i -> those[i] / base[i]);
        Arrays.sort(ratios);
        return new Ratio(median(ratios), ratios[0], ratios[ratios.length - 1]);
    }

    /// @param values at least one
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", median, least, most);
    }
}
