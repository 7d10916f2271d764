package io.imagehandler.engine.text;

import java.awt.Font;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A typeface by the name that a request gives it.
///
/// The first family that is installed stands for it: one of its own, or else one of its kind with
/// Chinese characters, or else a logical font of the JDK, which every machine with any font has.
public enum Typeface {
    WQY_ZENHEI("wqy-zenhei", false),
    WQY_MICROHEI("wqy-microhei", false),
    FANGZHENGSHUSONG("fangzhengshusong", true),
    FANGZHENGKAITI("fangzhengkaiti", true),
    FANGZHENGHEITI("fangzhengheiti", false),
    FANGZHENGFANGSONG("fangzhengfangsong", true),
    DROIDSANSFALLBACK("droidsansfallback", false);

    private static final List<String> WITHOUT_SERIFS =
            List.of(
                    "WenQuanYi Zen Hei",
                    "WenQuanYi Micro Hei",
                    "Noto Sans CJK SC",
                    "Droid Sans Fallback");

    private static final List<String> WITH_SERIFS = List.of("Noto Serif CJK SC", "AR PL UMing CN");

    private final String word;
    private final boolean serifs;

    Typeface(String word, boolean serifs) {
        this.word = word;
        this.serifs = serifs;
    }

    /// The typeface of that name in the request language, if there is one.
    public static Optional<Typeface> named(String word) {
        return Arrays.stream(values()).filter(typeface -> typeface.word.equals(word)).findFirst();
    }

    /// Its name in the request language, for example `wqy-zenhei`.
    public String word() {
        return word;
    }

    /// The family that stands for it where these are installed.
    String family(Set<String> installed) {
        return Stream.of(own(), serifs ? WITH_SERIFS : List.<String>of(), WITHOUT_SERIFS)
                .flatMap(List::stream)
                .filter(installed::contains)
                .findFirst()
                .orElse(serifs ? Font.SERIF : Font.SANS_SERIF);
    }

    private List<String> own() {
        return switch (this) {
            case WQY_ZENHEI -> List.of("WenQuanYi Zen Hei");
            case WQY_MICROHEI -> List.of("WenQuanYi Micro Hei");
            case FANGZHENGSHUSONG -> List.of("FZShuSong-Z01", "FZShuSong-Z01S", "SimSun");
            case FANGZHENGKAITI -> List.of("FZKai-Z03", "FZKai-Z03S", "KaiTi", "AR PL UKai CN");
            case FANGZHENGHEITI -> List.of("FZHei-B01", "FZHei-B01S", "SimHei", "Noto Sans CJK SC");
            case FANGZHENGFANGSONG -> List.of("FZFangSong-Z02", "FZFangSong-Z02S", "FangSong");
            case DROIDSANSFALLBACK -> List.of("Droid Sans Fallback", "WenQuanYi Micro Hei");
        };
    }
}
