package io.imagehandler.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.engine.EncodedImage;
import io.imagehandler.engine.ImageEngine;
import io.imagehandler.engine.plan.Encoding;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Step;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.transformation.Size;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What keeps strangers' files from doing harm.
@ExtendWith(Libvips.class)
class VipsSafetyTest {

    private static ImageEngine engine;
    private static Vips vips;

    @BeforeAll
    static void start() {
        engine = Libvips.engine();
        vips = new Vips(Libvips.library().functions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    matrixload | 2 2                 | a text of numbers
                    csvload    | 1,2,3               | a table
                    svgload    | <svg width="9" height="9" xmlns="http://www.w3.org/2000/svg"/> | XML
                    """)
    void refusesToReadOtherFormats(
            String loader, String content, String what, @TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve("file"), content + "\n1 2\n3 4\n");

        try (var arena = Arena.ofConfined()) {
            var session = new Session(vips, arena);
            assertThatThrownBy(
                            () -> session.call(loader).set("filename", file.toString()).picture())
                    .as(what)
                    .isInstanceOf(VipsFailure.class)
                    .hasMessageContaining("blocked");
        }
    }

    @Test
    void refusesToReadTiff() {
        var tiff = "II*\0\10\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

        try (var arena = Arena.ofConfined()) {
            var session = new Session(vips, arena);
            var copy = session.copy(ByteBuffer.wrap(tiff));
            assertThatThrownBy(() -> session.call("tiffload_buffer").setFile(copy).picture())
                    .isInstanceOf(VipsFailure.class)
                    .hasMessageContaining("blocked");
        }
    }

    @Test
    void refusesAFileOfAnotherSizeThanItsHeaderWalkFound() {
        var claimed = Pngs.of(Pictures.noise(new Size(20, 10)));
        var lie = claimed.withBytes(Pngs.of(Pictures.noise(new Size(21, 10))).toArray());

        assertThatThrownBy(() -> engine.render(lie.checked(), List.of(whole(claimed.size()))))
                .isInstanceOf(UndecodableImage.class);
    }

    @Test
    void leavesNoWordsOfOneRequestForTheNext() {
        var source = Jpegs.baseline(Pictures.noise(new Size(200, 150)));

        assertThatThrownBy(() ->
                        engine.render(source.cutOffAt(50).checked(), List.of(whole(source.size()))))
                .isInstanceOf(UndecodableImage.class);
        assertThat(engine.status().errors()).isZero();
        assertThat(vips.failure("none")).hasMessage("none: ");
    }

    @Test
    void givesTheSameBytesToManyThreadsAndAllMemoryBack() throws Exception {
        var source = Jpegs.baseline(Pictures.noise(new Size(320, 240)));
        var small = new Size(100, 75);
        var plans =
                Stream.of(new Encoding.Jpeg(80, false), new Encoding.Webp(75), new Encoding.Png())
                        .map(encoding ->
                                new Plan(List.of(new Step.Scale(small)), small, 1, encoding))
                        .toList();
        var expected = engine.render(source.checked(), plans);

        Callable<List<EncodedImage>> render = () -> engine.render(source.checked(), plans);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var result :
                    threads.invokeAll(Stream.generate(() -> render).limit(400).toList())) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
        Libvips.awaitAllGivenBack();
    }

    @Test
    void saysHowManyErrorsNobodyFetched() {
        assertThat(vips.functions().vipsOperationNew(vips.name("no-operation")).address()).isZero();

        assertThat(engine.status().errors()).isPositive();
        assertThat(vips.failure("none").getMessage()).contains("no-operation");
        assertThat(engine.status().errors()).isZero();
    }

    private static Plan whole(Size size) {
        return new Plan(List.of(), size, 1, new Encoding.Png());
    }
}
