package io.imagehandler.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.Animation;
import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.Gifs.Frame;
import io.imagehandler.testpictures.Letters;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.Size;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Animated WebP, from GIF and back to it.
@ExtendWith(Libvips.class)
class WebpAnimationTest {

    private static final Size CELL = new Size(12, 10);
    private static final Size SIZE = new Size(36, 30);

    private static ImageEngine engine;
    private static CheckedImage webp;

    @BeforeAll
    static void start() {
        engine = Libvips.engine();
        var gif =
                Gifs.of(
                        List.of(
                                Frame.whole(Letters.draw(Letters.F, CELL), 10),
                                Frame.whole(Letters.draw(".## ..# ..#", CELL), 25),
                                Frame.whole(Letters.draw("... ..# ###", CELL), 7)),
                        2);
        var plan = new Plan(List.of(), SIZE, 3, new Encoding.Webp(90));
        webp = Sources.checked(bytes(engine.render(gif.checked(), List.of(plan)).getFirst()));
    }

    @Test
    void writesEveryFrame() {
        assertThat(webp.facts().frames()).isEqualTo(3);
        assertThat(webp.facts().size()).isEqualTo(SIZE);
    }

    @Test
    void readsFramesDelaysAndHowOftenItIsPlayed() {
        var back = animation(new Plan(List.of(), SIZE, 3, new Encoding.Gif()));

        assertThat(back.frames())
                .extracting(Letters::read)
                .containsExactly(Letters.F, ".## ..# ..#", "... ..# ###");
        assertThat(back.delays()).containsExactly(10, 25, 7);
        assertThat(back.plays()).isEqualTo(2);
    }

    @Test
    void treatsEachFrameAlike() {
        var scaled = new Size(24, 21);
        var turned = scaled.turned();
        List<Step> steps =
                List.of(new Step.Scale(scaled), new Step.Turn(90, turned, Step.Surroundings.WHITE));
        var back = animation(new Plan(steps, turned, 3, new Encoding.Gif()));

        assertThat(back.frames())
                .extracting(Letters::read)
                .containsExactly(".## ..# ..#", "... ..# ###", "#.. #.. ##.");
    }

    @Test
    void makesStillsAndAnimationsOfOneSource() {
        var still = new Plan(List.of(), SIZE, 1, new Encoding.Png());
        var moving = new Plan(List.of(), SIZE, 3, new Encoding.Webp(80));
        var two = new Plan(List.of(), SIZE, 2, new Encoding.Gif());

        var renditions = engine.render(webp, List.of(still, moving, two));
        assertThat(renditions).extracting(EncodedImage::frames).containsExactly(1, 3, 2);
        assertThat(Letters.read(WrittenFile.of(renditions.get(0)).decoded())).isEqualTo(Letters.F);
        assertThat(Sources.checked(bytes(renditions.get(1))).facts().frames()).isEqualTo(3);
        assertThat(Animation.ofGif(bytes(renditions.get(2))).frames()).hasSize(2);
    }

    private static Animation animation(Plan plan) {
        return Animation.ofGif(bytes(engine.render(webp, List.of(plan)).getFirst()));
    }

    private static byte[] bytes(EncodedImage image) {
        return WrittenFile.of(image).bytes();
    }
}
