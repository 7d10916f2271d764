package io.imagehandler.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.imagehandler.benchmarks.measure.Curve.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {

    private final Curve curve =
            new Curve(
                    List.of(
                            new Point(0.98, 4_000, 40),
                            new Point(0.90, 1_000, 10),
                            new Point(0.94, 2_000, 20)));

    @Test
    void goesThroughWhatWasTried() {
        assertThat(curve.bytesAt(0.94)).isCloseTo(2_000, within(0.01));
        assertThat(curve.microsAt(0.98)).isCloseTo(40, within(0.01));
    }

    @Test
    void growsByEqualFactorsBetween() {
        assertThat(curve.bytesAt(0.92)).isCloseTo(1_414, within(1.0));
    }

    @Test
    void goesOnBeyond() {
        assertThat(curve.bytesAt(0.86)).isCloseTo(500, within(0.1));
        assertThat(curve.bytesAt(0.99)).isCloseTo(4_757, within(1.0));
    }
}
