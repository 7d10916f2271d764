package io.imagehandler.transformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptClassTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    # header                                 | class | why
                    ""                                       | NONE  | nothing named
                    image/avif,image/webp,*/*;q=0.8          | AVIF  | the better one
                    image/webp, image/avif;q=0.1             | AVIF  | the order and the weight do not count
                    image/webp,*/*                           | WEBP  | a wildcard is no AVIF
                    */*                                      | NONE  | wildcards do not count
                    image/*                                  | NONE  | wildcards do not count
                    image/avif;q=0,image/webp                | WEBP  | refused
                    image/avif;q=0.000, image/webp ; q=0     | NONE  | refused
                    image/avif;q=0.001                       | AVIF  | more than nothing
                    image/avif ; Q=0.5                       | AVIF  | letter case
                    IMAGE/AVIF                               | AVIF  | letter case
                    image/avif;q=                            | NONE  | a weight of nothing
                    image/avif;q=high                        | AVIF  | named, and not refused
                    image/avif;level=1;q=1                   | AVIF  | other parameters
                    image/avif2,ximage/webp                  | NONE  | other types
                    ;image/avif                              | NONE  | a parameter
                    ımage/avıf                               | NONE  | other letters
                    ;;,,;q=1,                                | NONE  | nonsense
                    """)
    void reducesTheHeader(String header, AcceptClass accepts) {
        assertThat(AcceptClass.of(header)).isEqualTo(accepts);
    }

    @ParameterizedTest
    @CsvSource({"image/avif,NONE", "'image/avif,image/webp',WEBP", "image/webp,WEBP"})
    void choosesAmongWhatIsOnOffer(String header, AcceptClass accepts) {
        assertThat(AcceptClass.of(header, Set.of(OutputFormat.WEBP))).isEqualTo(accepts);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "q=", "image/avif;q=0,", " ", "image/avif;q=0;"})
    void readsALongHeader(String piece) {
        assertThat(AcceptClass.of(piece.repeat(65_536 / piece.length())))
                .isEqualTo(AcceptClass.NONE);
    }
}
