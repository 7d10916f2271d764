package io.imagehandler.transformation;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The name of a font as Alibaba OSS has them. The installation finds a font that it has for each.
public enum FontName {
    WQY_ZENHEI("wqy-zenhei"),
    WQY_MICROHEI("wqy-microhei"),
    FANGZHENGSHUSONG("fangzhengshusong"),
    FANGZHENGKAITI("fangzhengkaiti"),
    FANGZHENGHEITI("fangzhengheiti"),
    FANGZHENGFANGSONG("fangzhengfangsong"),
    DROIDSANSFALLBACK("droidsansfallback");

    private final String word;

    FontName(String word) {
        this.word = word;
    }

    /// Its spelling in the request language, before it is encoded.
    public String word() {
        return word;
    }

    static Optional<FontName> named(String word) {
        return Arrays.stream(values()).filter(name -> name.word.equals(word)).findFirst();
    }

    /// All of them, as an error says what is allowed.
    static String words() {
        return Arrays.stream(values()).map(FontName::word).collect(Collectors.joining(", "));
    }
}
