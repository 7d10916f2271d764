package io.imagehandler.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.text.Lettering;
import io.imagehandler.engine.text.SetLine;
import io.imagehandler.engine.text.Typeface;
import io.imagehandler.engine.text.Typesetter;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.FontName;
import io.imagehandler.transformation.MarkText;
import io.imagehandler.transformation.Size;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TypesettingTest {

    private static final Color RED = new Color(255, 0, 0);
    private static final Color GREEN = new Color(0, 255, 0);

    @Test
    void knowsATypefaceForEachFontOfTheLanguage() {
        assertThat(Arrays.stream(FontName.values()).map(FontName::word))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Typeface.values()).map(Typeface::word).toList());
    }

    @Test
    void drawsWhatTheTypesetterDraws() {
        Typesetter typesetter = Typesetter.ofInstalledFonts();
        var part = new Size(9, 8);

        Typesetting.Line line =
                Typesetting.with(typesetter)
                        .set(new MarkText("text", FontName.FANGZHENGKAITI, 30, RED, 50, GREEN));

        SetLine same =
                typesetter.set(new Lettering("text", Typeface.FANGZHENGKAITI, 30, RED, 50, GREEN));
        assertThat(line.size()).isEqualTo(same.size());
        assertThat(line.draw(3, 5, part)).isEqualTo(same.draw(3, 5, part));
    }
}
