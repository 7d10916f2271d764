package io.imagehandler.engine.thumbnailator;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.inspect.DecodeMemory;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.engine.plan.Plan;
import io.imagehandler.engine.plan.Planner;
import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.transformation.AcceptClass;
import io.imagehandler.transformation.Size;
import io.imagehandler.transformation.TransformationGrammar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Holds the estimate to the heap that a rendering needs: a process of its own that has no more
/// makes the picture.
class HeapMemoryTest {

    /// What a Java process needs in its heap for anything at all.
    private static final long ROOM = 24 << 20;

    private static final Size LARGE = new Size(3_000, 2_000);

    @TempDir private Path directory;

    @Test
    void isEnoughHeapForAllThatIsRendered() throws Exception {
        byte[] baseline = Jpegs.baseline(Pictures.landscape(LARGE)).toArray();
        byte[] progressive = Jpegs.progressive(Pictures.landscape(LARGE)).toArray();
        byte[] png = Pngs.of(Pictures.landscape(LARGE)).toArray();

        check("baseline JPEG", baseline, "resize,w_600");
        check("progressive JPEG", progressive, "resize,w_600");
        check("PNG", png, "resize,w_1500");
        check("to JPEG", png, "format,jpg");
        check("to PNG", baseline, "format,png");
        check("turn", baseline, "rotate,30");
        check("blurs", baseline, "blur,r_5,s_5/blur,r_6,s_5/bright,10");
        check("watermark", baseline, "watermark,t_60,image_" + encoded("mark"));
        check("animation", animation(), "blur,r_2,s_2");
    }

    private void check(String what, byte[] file, String operations) throws Exception {
        CheckedImage source = inspected(file);
        long estimate =
                new ThumbnailatorEngine()
                        .memory(source, List.of(planned(source, operations)))
                        .total();
        Path at = Files.write(directory.resolve("source"), file);

        Process process = start((ROOM + estimate) >> 20, at, operations);

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.printf("%-20s estimate %3d MiB: %s%n", what, estimate >> 20, output.strip());
        assertThat(process.waitFor()).as(what + ": " + output).isZero();
    }

    private static Process start(long heap, Path file, String operations) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx" + heap + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rendered.class.getName(),
                        file.toString(),
                        operations)
                .redirectErrorStream(true)
                .start();
    }

    private static CheckedImage inspected(byte[] file) {
        return new Inspector(ImageLimits.DEFAULT, DecodeMemory.PURE_JAVA, Inspector.USUAL)
                .inspect(ByteBuffer.wrap(file));
    }

    /// With the picture itself as every mark.
    private static Plan planned(CheckedImage source, String operations) {
        return new Planner(new ThumbnailatorEngine().writes(), ImageLimits.DEFAULT)
                .plan(
                        TransformationGrammar.parse("image/" + operations),
                        AcceptClass.NONE,
                        source.facts(),
                        _ -> source);
    }

    private static byte[] animation() {
        var frames =
                IntStream.range(0, 20)
                        .mapToObj(i -> Pictures.gradient(new Size(620 - i, 400)))
                        .map(image -> image.getSubimage(0, 0, 600, 400))
                        .map(image -> Gifs.Frame.whole(image, 5))
                        .toList();
        return Gifs.of(frames, 0).toArray();
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /// The child process.
    static final class Rendered {

        private Rendered() {}

        /// The file of the source, and what is done to it.
        public static void main(String... arguments) throws IOException {
            CheckedImage source = inspected(Files.readAllBytes(Path.of(arguments[0])));
            var made =
                    new ThumbnailatorEngine()
                            .render(source, List.of(planned(source, arguments[1])))
                            .getFirst();
            System.out.println(made.format() + " " + made.size() + ", " + made.length() + " bytes");
        }
    }
}
