package io.imagehandler.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void comparesRoundWithRound() {
        var ratio = Ratio.of(new double[] {10, 30, 20}, new double[] {10, 10, 40});

        assertThat(ratio).isEqualTo(new Ratio(1, 0.5, 3));
    }

    @Test
    void takesTheMiddleOfAnEvenNumber() {
        assertThat(Ratio.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
    }

    @Test
    void leavesOutRoundsThatOneOfThemMissed() {
        var ratio = Ratio.of(new double[] {2, 2}, new double[] {1, 1, 100});

        assertThat(ratio.median()).isEqualTo(2);
    }

    @Test
    void leavesTheRoundsInTheirOrder() {
        double[] rounds = {3, 1, 2};

        assertThat(Ratio.median(rounds)).isEqualTo(2);
        assertThat(rounds).containsExactly(3, 1, 2);
    }
}
