package io.imagehandler.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.plan.Effect;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Mark;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.engine.thumbnailator.ThumbnailatorEngine;
import io.imagehandler.testpictures.Bitmaps;
import io.imagehandler.testpictures.Likeness;
import io.imagehandler.testpictures.PictureFile;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.WrittenFile;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.Size;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// Both engines make the same picture of the same plan, as far as the eye can tell: in CIELAB no
/// further apart than [#MEAN] over the whole picture and [#MOST] anywhere, where 2 is the least
/// that one notices. Which window draws attention is theirs to say, so that is not compared.
@ExtendWith(Libvips.class)
class AgreementTest {

    private static final double MEAN = 0.4;
    private static final double MOST = 5;

    private static final Size VIEW = new Size(180, 120);

    private static final ImageEngine JAVA = new ThumbnailatorEngine();
    private static ImageEngine vips;

    @BeforeAll
    static void start() {
        vips = Libvips.engine();
    }

    @TestFactory
    Stream<DynamicTest> makesTheSamePicture() {
        var turned = new Size(216, 194);
        var small = new Size(71, 47);
        var window = new Size(50, 40);
        var disc = new Size(99, 99);
        return Stream.of(
                        plan(small, new Step.Scale(small)),
                        plan(turned, new Step.Scale(turned)),
                        plan(window, new Step.ScaleAndCut(new Size(90, 60), 11, 7, window)),
                        plan(turned, new Step.Canvas(turned, 18, 37, new Color(200, 30, 90))),
                        plan(turned, new Step.Turn(30, turned, Step.Surroundings.WHITE)),
                        plan(turned, new Step.Turn(30, turned, Step.Surroundings.TRANSPARENT)),
                        plan(disc, new Step.Disc(40, 10, 99)),
                        plan(VIEW, new Effect.RoundCorners(30)),
                        plan(VIEW, new Effect.Brighten(-35)),
                        plan(VIEW, new Effect.Contrast(1.4)),
                        plan(VIEW, new Effect.Grey()),
                        plan(VIEW, new Effect.Blur(2.25, 3)),
                        plan(VIEW, new Effect.Blur(11.1, 30)),
                        plan(VIEW, new Effect.Sharpen(0.5)),
                        plan(VIEW, new Effect.Sharpen(3)),
                        plan(VIEW, new Step.Overlay(mark(), new Mark.Placement.At(90, 33))),
                        plan(VIEW, new Step.Overlay(mark(), new Mark.Placement.Tiled(4, 9))),
                        plan(
                                small,
                                new Effect.RoundCorners(40),
                                new Effect.Blur(3, 8),
                                new Step.Overlay(mark(), new Mark.Placement.At(-8, 50)),
                                new Effect.Sharpen(1),
                                new Step.Scale(small),
                                new Effect.Grey(),
                                new Effect.Brighten(12)))
                .flatMap(AgreementTest::tests);
    }

    private static Stream<DynamicTest> tests(Plan plan) {
        var landscape = Pictures.landscape(VIEW);
        var veiled =
                Pictures.of(
                        VIEW,
                        (x, y) ->
                                ((x + y) * 255 / 300) << 24 | (landscape.getRGB(x, y) & 0xFFFFFF));
        return Stream.of(test("opaque", landscape, plan), test("transparent", veiled, plan));
    }

    private static DynamicTest test(String kind, BufferedImage picture, Plan plan) {
        return DynamicTest.dynamicTest(
                kind + " " + plan.steps(), () -> assertAgreed(Pngs.of(picture), plan));
    }

    private static void assertAgreed(PictureFile source, Plan plan) {
        var likeness = Likeness.of(drawn(vips, source, plan), drawn(JAVA, source, plan));

        assertThat(likeness.mean()).as("mean of %s", likeness).isLessThan(MEAN);
        assertThat(likeness.most()).as("most of %s", likeness).isLessThan(MOST);
    }

    private static BufferedImage drawn(ImageEngine engine, PictureFile source, Plan plan) {
        return WrittenFile.of(engine.render(source.checked(), List.of(plan)).getFirst()).decoded();
    }

    private static Plan plan(Size size, Step... steps) {
        return new Plan(List.of(steps), size, 1, new Encoding.Png());
    }

    /// Something drawn beside a picture, scaled, turned and faint.
    private static Mark mark() {
        var letters =
                Pictures.of(
                        new Size(30, 24),
                        (x, y) -> (x / 4 + y / 6) % 2 == 0 ? 0xE0F0F0FF : (x * 8) << 24);
        var nine = Pngs.of(Pictures.nineCells(new Size(60, 60)));
        var part = new Size(24, 24);
        var scaled = new Step.Scale(part);
        var turned = new Size(64, 55);
        return new Mark(
                new Size(58, 24),
                List.of(
                        new Mark.Part.Letters(Bitmaps.of(letters), 0, 0),
                        new Mark.Part.Picture(nine.checked(), List.of(scaled), part, 34, 0)),
                List.of(new Step.Turn(40, turned, Step.Surroundings.TRANSPARENT)),
                turned,
                75);
    }
}
