package io.imagehandler.benchmarks.measure;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How many bytes a picture takes by how similar to the original it is, between a few qualities
/// that were tried. Between them, and beyond, the logarithm of the bytes is taken to go straight.
///
/// @param points at least two, of different similarity
public record Curve(List<Point> points) {

    /// @param ssim as [Similarity]
    /// @param bytes of the file
    /// @param micros processor time of the encoder
    public record Point(double ssim, long bytes, long micros) {}

    public Curve {
        points = points.stream().sorted(Comparator.comparingDouble(Point::ssim)).toList();
    }

    /// The size of a file that is so similar.
    public double bytesAt(double ssim) {
        return along(ssim, point -> (double) point.bytes());
    }

    /// What encoding to such a file takes.
    public double microsAt(double ssim) {
        return along(ssim, point -> (double) point.micros());
    }

    private double along(double ssim, ToDoubleFunction<Point> value) {
        int upper = 1;
        while (upper < points.size() - 1 && points.get(upper).ssim() < ssim) {
            upper++;
        }
        Point low = points.get(upper - 1);
        Point high = points.get(upper);
        double share = (ssim - low.ssim()) / (high.ssim() - low.ssim());
        double from = Math.log(value.applyAsDouble(low));
        return Math.exp(from + share * (Math.log(value.applyAsDouble(high)) - from));
    }
}
