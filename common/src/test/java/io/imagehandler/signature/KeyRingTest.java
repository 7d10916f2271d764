package io.imagehandler.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRingTest {

    private static final String SECRET = "s".repeat(32);

    @Test
    void takesAsManyKeysAsMayBe() {
        KeyRing keys = KeyRing.of(secrets(8));

        assertThat(keys.find("k7").map(SigningKey::id)).hasValue("k7");
        assertThat(keys.find("k8")).isEmpty();
        assertThat(keys.find("")).isEmpty();
    }

    @Test
    void refusesMore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.of(secrets(9)))
                .withMessage("there must be at most 8 keys but there are 9");
    }

    @Test
    void refusesOneSecretUnderTwoIds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.of(Map.of("a", SECRET, "b", SECRET)))
                .withMessage("keys 'a' and 'b' must have different secrets but have the same");
    }

    @ParameterizedTest
    @CsvSource({
        "k.1, ssssssssssssssssssssssssssssssss",
        "'', ssssssssssssssssssssssssssssssss",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, ssssssssssssssssssssssssssssssss",
        "k1, sssssssssssssssssssssssssssssss",
        "k1, ssssssssssssssss ssssssssssssssss",
        "k1, ssssssssssssssssssssssssssssssss\u00e9",
    })
    void refusesWhatCanBeNoKey(String id, String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.of(id, secret))
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("ssss"));
    }

    @Test
    void printsNoSecret() {
        assertThat(KeyRing.of(Map.of("b", SECRET, "a", SECRET + "t"))).hasToString("KeyRing[a, b]");
        assertThat(SigningKey.of("a", SECRET)).hasToString("SigningKey[a]");
    }

    private static Map<String, String> secrets(int number) {
        return IntStream.range(0, number)
                .boxed()
                .collect(Collectors.toMap(i -> "k" + i, i -> SECRET + i));
    }
}
