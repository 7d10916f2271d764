package io.imagehandler.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void measuresEverythingIfNothingIsNamed() {
        assertThat(Options.parse(List.of("--rounds=3")).parts()).containsExactly(Part.values());
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void explainsEveryPart(Part part) {
        assertThat(Options.parse(List.of(part.word())).parts()).containsExactly(part);
        assertThat(Options.HELP).containsPattern("(?m)^ +" + part.word() + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rounds=0", "--rounds=", "--photo=none.jpg", "engines", "--round=3"})
    void refusesWhatItDoesNotKnow(String argument) {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of(argument)));
    }
}
