package io.imagehandler.local.chaos.load;

import java.util.ArrayList;
import java.util.List;

/// Points of a line that may rise.
public final class Trend {

    private record Point(double x, double y) {}

    private final List<Point> points = new ArrayList<>();

    public void add(double x, double y) {
        points.add(new Point(x, y));
    }

    /// By how much the line rises for each unit of x, by least squares over the second half of the
    /// points; 0 if they are fewer than two.
    public double slope() {
        var half = points.subList(points.size() / 2, points.size());
        var meanX = half.stream().mapToDouble(Point::x).average().orElse(0);
        var meanY = half.stream().mapToDouble(Point::y).average().orElse(0);
        var together = 0.0;
        var spread = 0.0;
        for (var point : half) {
            together += (point.x() - meanX) * (point.y() - meanY);
            spread += (point.x() - meanX) * (point.x() - meanX);
        }
        return spread == 0 ? 0 : together / spread;
    }

    public double last() {
        return points.isEmpty() ? 0 : points.getLast().y();
    }
}
