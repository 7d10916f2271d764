package io.imagehandler.rendition.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.thumbnailator.ThumbnailatorEngine;
import io.imagehandler.rendition.FixedStyles;
import io.imagehandler.rendition.InMemoryOriginals;
import io.imagehandler.rendition.InMemoryRenditions;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Steps;
import io.imagehandler.style.Style;
import io.imagehandler.transformation.Color;
import io.imagehandler.transformation.OutputFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ManifestTest {

    private static final OriginalKey CAT = new OriginalKey("photos/ca!t ü,1.png");
    private static final String URL = "/photos/ca%21t%20%C3%BC%2C1.png";
    private static final Style SMALL = style("small", "image/resize,w_40");
    private static final Style LARGE = style("large", "image/resize,w_80");
    private static final Style BLURRED = style("blurred", "image/resize,w_60/blur,r_3,s_3");
    private static final Style SQUARE = style("square", "image/resize,w_30,h_30,m_fill");

    private final Steps steps = new Steps();
    private final InMemoryOriginals originals = new InMemoryOriginals(steps);
    private final InMemoryRenditions renditions = new InMemoryRenditions(steps);
    private final InMemoryManifests manifests = new InMemoryManifests(steps);
    private final Counting engine = new Counting(new ThumbnailatorEngine());

    @Test
    void tellsSizesPlacesAndUrls() {
        upload(100, 75);
        converge(SMALL, SQUARE);

        JsonNode manifest = manifest();
        assertThat(manifest.path("original").asString("")).isEqualTo(URL);
        assertThat(manifest.path("etag").asString(""))
                .isEqualTo(originals.tag(CAT).orElseThrow().value());
        assertThat(manifest.path("renditions")).hasSize(2);
        JsonNode small = manifest.path("renditions").path(0);
        assertThat(small.path("style").asString("")).isEqualTo("small");
        assertThat(small.path("class").asString("-")).isEmpty();
        assertThat(small.path("url").asString("")).isEqualTo(URL + "@!small");
        assertThat(small.path("path").asString("")).isEqualTo("/_r/s" + URL + "/small");
        assertThat(small.path("width").asInt(0)).isEqualTo(40);
        assertThat(small.path("height").asInt(0)).isEqualTo(30);
        assertThat(small.path("format").asString("")).isEqualTo("image/png");
        assertThat(small.path("bytes").asLong(0))
                .isEqualTo(renditions.stored().get("_r/s/photos/ca!t ü,1.png/small").length());
    }

    /// What differs in more than its size stays by itself.
    @Test
    void putsIntoOneSetWhatBrowsersMayChooseAmong() {
        upload(100, 75);
        converge(SMALL, LARGE, SQUARE, BLURRED);

        assertThat(StreamSupport.stream(manifest().path("srcsets").spliterator(), false))
                .extracting(set -> set.path("srcset").asString(""))
                .containsExactly(
                        "%s@!small 40w, %s@!large 80w".formatted(URL, URL),
                        URL + "@!blurred 60w",
                        URL + "@!square 30w");
    }

    @Test
    void namesTheOriginalWhereItStandsForAStyle() {
        upload(100, 75);
        converge(style("tiny", "image/resize,w_9/threshold,1000000"));

        assertThat(renditions.stored()).isEmpty();
        assertThat(manifest().path("renditions").path(0).path("width").asInt(0)).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"100,75", "3,500", "1,1", "1024,768"})
    void tellsTheAverageColorFromTheSameDecode(int width, int height) {
        upload(width, height);
        converge(SMALL, LARGE);

        assertThat(engine.decodes).isEqualTo(1);
        Color told =
                Color.ofHex(
                        manifest()
                                .path("color")
                                .asString("")
                                .substring(1)
                                .toUpperCase(Locale.ROOT));
        Color exact = exactAverage(width, height);
        assertThat(told.red()).isBetween(exact.red() - 2, exact.red() + 2);
        assertThat(told.green()).isBetween(exact.green() - 2, exact.green() + 2);
        assertThat(told.blue()).isBetween(exact.blue() - 2, exact.blue() + 2);
    }

    @Test
    void isWrittenOnce() {
        upload(100, 75);
        converge(SMALL);
        converge(SMALL);

        assertThat(steps.taken()).containsOnlyOnce("PUT manifest");
    }

    @Test
    void isWrittenAnewForANewOriginal() {
        upload(100, 75);
        converge(SMALL);
        upload(60, 80);
        converge(SMALL);

        assertThat(manifest().path("etag").asString(""))
                .isEqualTo(originals.tag(CAT).orElseThrow().value());
        assertThat(manifest().path("renditions").path(0).path("height").asInt(0)).isEqualTo(53);
    }

    /// The colour is known, and the sizes are with the renditions.
    @Test
    void isWrittenWithoutADecodeWhenAStyleIsGone() {
        upload(100, 75);
        converge(SMALL, LARGE);
        String color = manifest().path("color").asString("");
        converge(SMALL);

        assertThat(engine.decodes).isEqualTo(1);
        assertThat(manifest().path("renditions")).hasSize(1);
        assertThat(manifest().path("color").asString("")).isEqualTo(color);
    }

    @Test
    void goesWithItsOriginal() {
        upload(100, 75);
        converge(SMALL);
        originals.delete(CAT.value());
        converge(SMALL);

        assertThat(manifests.stored()).isEmpty();
    }

    @Test
    void goesWhenThereIsNothingToTell() {
        upload(100, 75);
        converge(SMALL);
        converge();

        assertThat(manifests.stored()).isEmpty();
    }

    @Test
    void goesWhenItIsTurnedOff() {
        upload(100, 75);
        converge(SMALL);
        converge(false, SMALL);

        assertThat(manifests.stored()).isEmpty();
        assertThat(renditions.stored()).hasSize(1);
    }

    private void upload(int width, int height) {
        originals.upload(CAT.value(), png(width, height), "image/png");
    }

    private void converge(Style... styles) {
        converge(true, styles);
    }

    private void converge(boolean on, Style... styles) {
        new Convergence(
                        new Stores(originals, renditions, manifests),
                        Witnesses.none(),
                        new EagerRenditions(FixedStyles.of(styles), on),
                        new TestConvergence(originals, renditions, engine).darkroom(10_000_000))
                .converge(CAT, Lease.unlimited());
    }

    private JsonNode manifest() {
        String text = manifests.texts().get(CAT);
        assertThat(text).isNotNull();
        return JsonMapper.shared().readTree(text);
    }

    private static Style style(String name, String text) {
        return Style.parse(name, text, Set.of(), true, "", 0);
    }

    private static byte[] png(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, argb(width, height, x, y));
            }
        }
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    /// Red to the right, blue downwards, and half transparent on the left.
    private static int argb(int width, int height, int x, int y) {
        int alpha = 2 * x < width ? 0x80 : 0xFF;
        return alpha << 24 | (255 * x / width) << 16 | 0x3000 | 255 * y / height;
    }

    private static Color exactAverage(int width, int height) {
        double[] sums = new double[3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int argb = argb(width, height, x, y);
                double opaque = (argb >>> 24) / 255.0;
                for (int i = 0; i < 3; i++) {
                    sums[i] += ((argb >> (16 - 8 * i)) & 0xFF) * opaque + 255 * (1 - opaque);
                }
            }
        }
        double pixels = (double) width * height;
        return new Color(
                (int) Math.round(sums[0] / pixels),
                (int) Math.round(sums[1] / pixels),
                (int) Math.round(sums[2] / pixels));
    }

    /// Counts how many times a source is decoded.
    private static final class Counting implements ImageEngine {

        private final ImageEngine engine;
        private int decodes;

        Counting(ImageEngine engine) {
            this.engine = engine;
        }

        @Override
        public String version() {
            return engine.version();
        }

        @Override
        public Set<SourceFormat> reads() {
            return engine.reads();
        }

        @Override
        public Set<OutputFormat> writes() {
            return engine.writes();
        }

        @Override
        public MemoryEstimate memory(CheckedImage source, List<Plan> plans) {
            return engine.memory(source, plans);
        }

        @Override
        public List<EncodedImage> render(CheckedImage source, List<Plan> plans) {
            decodes++;
            return engine.render(source, plans);
        }

        @Override
        public Color average(CheckedImage source) {
            decodes++;
            return engine.average(source);
        }
    }
}
