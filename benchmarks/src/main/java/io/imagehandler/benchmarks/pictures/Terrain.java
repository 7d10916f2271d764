package io.imagehandler.benchmarks.pictures;

/// Heights from 0 to 1 whose spectrum falls with the frequency, as that of natural pictures does:
/// value noise, added up over octaves of half the amplitude each.
final class Terrain {

    private static final int OCTAVES = 6;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final double unit;

    /// @param unit the size of the coarsest parts, in pixels; more than 0
    Terrain(long seed, double unit) {
        this.seed = seed;
        this.unit = unit;
    }

    double at(int x, int y) {
        double height = 0;
        double amplitude = 0.5;
        double step = unit;
        for (int octave = 0; octave < OCTAVES; octave++) {
            height += amplitude * smooth(x / step, y / step, octave);
            amplitude /= 2;
            step /= 2;
        }
        return height;
    }

    private double smooth(double x, double y, int octave) {
        long left = (long) Math.floor(x);
        long top = (long) Math.floor(y);
        double right = eased(x - left);
        double below = eased(y - top);
        double upper = between(corner(left, top, octave), corner(left + 1, top, octave), right);
        double lower =
                between(corner(left, top + 1, octave), corner(left + 1, top + 1, octave), right);
        return between(upper, lower, below);
    }

    private static double eased(double part) {
        return part * part * (3 - 2 * part);
    }

    private static double between(double one, double other, double part) {
        return one + part * (other - one);
    }

    /// 0 to 1, the same for the same corner.
    private double corner(long x, long y, int octave) {
        long mixed = seed + MULTIPLIER * (x + MULTIPLIER * (y + MULTIPLIER * (octave + 1)));
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return (mixed >>> 11) * 0x1p-53;
    }
}
