package io.imagehandler.engine;

import static io.imagehandler.engine.EngineUnderTest.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.Animation;
import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.Size;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The window that draws most attention: the one with the busy, coloured spot on a plain wall.
interface AttentionContract extends EngineUnderTest {

    Size WALL = new Size(400, 300);
    int SPOT = 40;
    List<Integer> COLORS = List.of(0xF02020, 0xF0D010, 0x2040F0, 0x10C040);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    20  | 20  | 120x90  | upper left
                    330 | 20  | 120x90  | upper right
                    20  | 240 | 120x90  | lower left
                    330 | 240 | 120x90  | lower right
                    180 | 130 | 120x90  | middle
                    300 | 40  | 150x300 | full height
                    300 | 200 | 400x110 | full width
                    """)
    default void showsWhatDrawsAttention(int left, int top, String window, String why) {
        int by = window.indexOf('x');
        var size =
                new Size(
                        Integer.parseInt(window.substring(0, by)),
                        Integer.parseInt(window.substring(by + 1)));

        var image = drawn(Pngs.of(wall(left, top)), size, new Step.AttentionCut(size));
        assertThat(colored(image)).as(why).isEqualTo(SPOT * SPOT);
    }

    @Test
    default void takesTheWholePictureIfTheWindowIsAsLarge() {
        var wall = wall(100, 50);

        assertSame(drawn(Pngs.of(wall), WALL, new Step.AttentionCut(WALL)), wall);
    }

    @Test
    default void choosesTheSameWindowEveryTime() {
        var source = Pngs.of(Pictures.landscape(WALL));
        var size = new Size(90, 70);

        var once = drawn(source, size, new Step.AttentionCut(size));
        assertSame(drawn(source, size, new Step.AttentionCut(size)), once);
    }

    @Test
    default void takesTheWindowFromTheStepBefore() {
        var size = new Size(100, 80);
        var half = new Size(200, 150);

        var image =
                drawn(
                        Pngs.of(wall(320, 20)),
                        size,
                        new Step.Cut(200, 0, half),
                        new Step.AttentionCut(size));
        assertThat(colored(image)).isEqualTo(SPOT * SPOT);
    }

    @Test
    default void letsTheFirstFrameDecide() {
        var source =
                Gifs.of(
                        List.of(
                                Gifs.Frame.whole(wall(20, 20), 5),
                                Gifs.Frame.whole(wall(330, 240), 5)),
                        0);
        var size = new Size(120, 90);
        var plan = new Plan(List.of(new Step.AttentionCut(size)), size, 2, new Encoding.Gif());

        var frames = Animation.ofGif(WrittenFile.of(rendered(source, plan)).bytes()).frames();
        assertThat(colored(frames.get(0))).isEqualTo(SPOT * SPOT);
        assertThat(colored(frames.get(1))).isZero();
    }

    private static BufferedImage wall(int left, int top) {
        return Pictures.opaque(
                WALL,
                (x, y) ->
                        x >= left && x < left + SPOT && y >= top && y < top + SPOT
                                ? COLORS.get((x / 5 + y / 5 * 3) % 4)
                                : 0xB0B0B0);
    }

    private static int colored(BufferedImage image) {
        int colored = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                colored += Math.abs((rgb >> 16 & 0xFF) - (rgb & 0xFF)) > 40 ? 1 : 0;
            }
        }
        return colored;
    }
}
