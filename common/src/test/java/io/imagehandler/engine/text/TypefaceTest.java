package io.imagehandler.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypefaceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # name            | only fonts-wqy-zenhei | all of Debian        | no font for Chinese
                    wqy-zenhei        | WenQuanYi Zen Hei     | WenQuanYi Zen Hei    | SansSerif
                    wqy-microhei      | WenQuanYi Zen Hei     | WenQuanYi Micro Hei  | SansSerif
                    fangzhengshusong  | WenQuanYi Zen Hei     | AR PL UMing CN       | Serif
                    fangzhengkaiti    | WenQuanYi Zen Hei     | AR PL UKai CN        | Serif
                    fangzhengheiti    | WenQuanYi Zen Hei     | WenQuanYi Zen Hei    | SansSerif
                    fangzhengfangsong | WenQuanYi Zen Hei     | AR PL UMing CN       | Serif
                    droidsansfallback | WenQuanYi Zen Hei     | Droid Sans Fallback  | SansSerif
                    """)
    void takesTheBestFamilyThatIsInstalled(String word, String one, String all, String none) {
        var typeface = Typeface.named(word).orElseThrow();

        assertThat(typeface.word()).isEqualTo(word);
        assertThat(typeface.family(Set.of("DejaVu Sans", "WenQuanYi Zen Hei"))).isEqualTo(one);
        assertThat(typeface.family(ALL_OF_DEBIAN)).isEqualTo(all);
        assertThat(typeface.family(Set.of("DejaVu Sans"))).isEqualTo(none);
    }

    @ParameterizedTest
    @CsvSource({"''", "WQY-ZENHEI", "serif", "WenQuanYi Zen Hei"})
    void knowsNoOtherName(String word) {
        assertThat(Typeface.named(word)).isEmpty();
    }

    private static final Set<String> ALL_OF_DEBIAN =
            Set.of(
                    "AR PL UKai CN",
                    "AR PL UMing CN",
                    "DejaVu Sans",
                    "Droid Sans Fallback",
                    "WenQuanYi Micro Hei",
                    "WenQuanYi Zen Hei");
}
