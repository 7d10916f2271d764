package io.imagehandler.benchmarks.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void tellsWhatCameBetweenTwoMoments() {
        var from = new Moment(100, 80, 30, 40, 10);
        var to = new Moment(110, 120, 48, 52, 14);

        var pace = Pace.between(from, to, 2);

        assertThat(pace.rate()).isEqualTo(4.0);
        assertThat(pace.empty()).isEqualTo(0.1, within(1e-9));
        assertThat(pace.worker()).isEqualTo(0.3, within(1e-9));
        assertThat(pace.standIns()).isEqualTo(0.1, within(1e-9));
        assertThat(pace.busy()).isEqualTo(1.6, within(1e-9));
    }

    @Test
    void addsUpWhatAMetricSaysOfAllItsTags() {
        String text =
                """
                # HELP events_passes_total
                # TYPE events_passes_total counter
                events_passes_total{outcome="busy"} 2.0
                events_passes_total{outcome="in-step"} 40.0
                events_passes_total_other 7.0
                slots_taken_seconds_count 42
                slots_taken_seconds_sum 1.25E1
                """;

        assertThat(Moment.sum(text, "events_passes_total")).isEqualTo(42);
        assertThat(Moment.sum(text, "slots_taken_seconds_sum")).isEqualTo(12.5);
        assertThat(Moment.sum(text, "events_failed_total")).isZero();
    }
}
