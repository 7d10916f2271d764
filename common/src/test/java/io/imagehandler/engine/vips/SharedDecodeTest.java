package io.imagehandler.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.Size;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Many renditions of one decode, of a picture as cameras take it.
@ExtendWith(Libvips.class)
class SharedDecodeTest {

    private static final Size STORED = new Size(4000, 3000);
    private static final Size SMALL = new Size(2001, 1501);
    private static final Encoding PNG = new Encoding.Png();

    private static ImageEngine engine;
    private static CheckedImage photograph;
    private static CheckedImage small;
    private static CheckedImage webp;

    @BeforeAll
    static void start() {
        engine = Libvips.engine();
        photograph = Sources.checked(Sources.photograph(STORED));
        small = Sources.checked(Sources.photograph(SMALL));
        var whole = plan(SMALL, new Encoding.Webp(90));
        webp =
                Sources.checked(
                        WrittenFile.of(engine.render(small, List.of(whole)).getFirst()).bytes());
    }

    @Test
    void givesEveryRenditionItsSizeAndFormat() {
        var jpeg = new Encoding.Jpeg(80, false);
        var webp = new Encoding.Webp(75);
        var window = new Size(300, 300);
        var plans =
                List.of(
                        scaled(200, 150, webp),
                        scaled(1600, 1200, jpeg),
                        scaled(1600, 1200, webp),
                        scaled(5, 1199, jpeg),
                        plan(window, PNG, new Step.Cut(3700, 2700, window)),
                        plan(window, webp, new Step.ScaleAndCut(new Size(400, 300), 50, 0, window)),
                        plan(STORED, jpeg));

        var renditions = engine.render(photograph, plans);
        assertThat(renditions)
                .extracting(EncodedImage::size)
                .isEqualTo(plans.stream().map(Plan::size).toList());
        assertThat(renditions)
                .extracting(EncodedImage::format)
                .isEqualTo(plans.stream().map(plan -> plan.encoding().format()).toList());
        assertThat(renditions)
                .extracting(rendition -> WrittenFile.of(rendition).size())
                .isEqualTo(plans.stream().map(Plan::size).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1590, 1500, 1410})
    void makesWhatIsHardlySmallerThanTheLargestAlone(int width) {
        var plan = scaled(width, width * 3 / 4, PNG);

        var alone = engine.render(photograph, List.of(plan)).getFirst();
        var shared = engine.render(photograph, List.of(scaled(1600, 1200, PNG), plan)).get(1);
        assertThat(shared).isEqualTo(alone);
    }

    @ParameterizedTest
    @ValueSource(ints = {1400, 1200, 800, 400, 200, 20})
    void looksAsIfEachWereMadeAlone(int width) {
        var plan = scaled(width, width * 3 / 4, PNG);

        var alone = engine.render(photograph, List.of(plan)).getFirst();
        var shared = engine.render(photograph, List.of(scaled(1600, 1200, PNG), plan)).get(1);
        assertThat(peakSignalToNoise(drawn(shared), drawn(alone))).isGreaterThan(42);
    }

    /// The decoder shrinks; the size stays exact, and little is lost.
    @ParameterizedTest
    @ValueSource(ints = {500, 333, 250, 7})
    void scalesWebpAsItIsDecoded(int width) {
        var plan = scaled(width, width * 3 / 4, PNG);
        // Whoever cuts first needs the whole picture.
        var corner = new Size(8, 8);
        var full = plan(corner, PNG, new Step.Cut(0, 0, corner));

        var shrunk = engine.render(webp, List.of(plan)).getFirst();
        var scaled = engine.render(webp, List.of(full, plan)).get(1);
        assertThat(WrittenFile.of(shrunk).size()).isEqualTo(plan.size());
        assertThat(peakSignalToNoise(drawn(shrunk), drawn(scaled))).isGreaterThan(42);
    }

    @Test
    void givesEachPlanTheSameInAnyCompany() {
        var plans = IntStream.of(1600, 800, 200).mapToObj(w -> scaled(w, w * 3 / 4, PNG)).toList();

        var renditions = engine.render(photograph, plans);
        var reversed = engine.render(photograph, plans.reversed());
        assertThat(renditions).isEqualTo(reversed.reversed());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void cutsTheSameWindowBeforeAndAfterTurningUpright(int tag) {
        var orientation = Orientation.ofTag(tag);
        var upright = orientation.upright(SMALL);
        var turn = new Step.Upright(orientation);
        var window = new Size(70, 50);
        var cut = new Step.Cut(upright.width() - 90, 30, window);
        var scale = new Step.ScaleAndCut(upright, upright.width() - 90, 30, window);
        // A turn by nothing in between keeps the steps from changing places.
        var canvas = new Step.Canvas(upright, 0, 0, io.imagehandler.transformation.Color.WHITE);

        var renditions =
                engine.render(
                        small,
                        List.of(
                                plan(window, PNG, turn, canvas, cut),
                                plan(window, PNG, turn, cut),
                                plan(window, PNG, turn, scale)));
        assertThat(renditions.get(1).bytes()).isEqualTo(renditions.get(0).bytes());
        assertThat(renditions.get(2).bytes()).isEqualTo(renditions.get(0).bytes());
    }

    private static Plan scaled(int width, int height, Encoding encoding) {
        var size = new Size(width, height);
        return plan(size, encoding, new Step.Scale(size));
    }

    private static Plan plan(Size size, Encoding encoding, Step... steps) {
        return new Plan(List.of(steps), size, 1, encoding);
    }

    private static BufferedImage drawn(EncodedImage rendition) {
        return WrittenFile.of(rendition).decoded();
    }

    /// In dB, over one channel: the photograph is grey.
    private static double peakSignalToNoise(BufferedImage one, BufferedImage other) {
        double sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                double difference = (one.getRGB(x, y) & 0xFF) - (other.getRGB(x, y) & 0xFF);
                sum += difference * difference;
            }
        }
        double mean = sum / one.getHeight() / one.getWidth();
        return 10 * Math.log10(255 * 255 / mean);
    }
}
