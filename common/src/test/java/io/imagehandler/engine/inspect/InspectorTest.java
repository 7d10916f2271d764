package io.imagehandler.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.ImageLimits;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.OriginalTooLarge;
import io.imagehandler.testpictures.HostileFile;
import io.imagehandler.testpictures.HostileFiles;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.RawGif;
import io.imagehandler.testpictures.RawJpeg;
import io.imagehandler.testpictures.RawPng;
import io.imagehandler.transformation.Size;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InspectorTest {

    private static final long MEGABYTE = 1_000_000;

    private final Inspector inspector = new Inspector(ImageLimits.DEFAULT);

    static List<HostileFile> hostileFiles() {
        return HostileFiles.all();
    }

    @ParameterizedTest
    @MethodSource("hostileFiles")
    void refusesHostileFilesWhicheverTheEngine(HostileFile file) {
        for (DecodeMemory memory : DecodeMemory.values()) {
            assertThatThrownBy(() ->
                            new Inspector(ImageLimits.DEFAULT, memory, Inspector.USUAL)
                                    .inspect(file.bytes()))
                    .isExactlyInstanceOf(file.refusal());
        }
    }

    @ParameterizedTest
    @MethodSource("hostileFiles")
    void takesLittleTimeAndMemoryToRefuse(HostileFile file) {
        refuse(file); // loads classes
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long start = threads.getCurrentThreadCpuTime();
        refuse(file);
        long nanos = threads.getCurrentThreadCpuTime() - start;

        assertThat(threads.getCurrentThreadAllocatedBytes() - allocated).isLessThan(3 * MEGABYTE);
        assertThat(nanos).isLessThan(20_000_000);
    }

    @Test
    void tellsClientsNothingOfHowItIsMade() {
        assertThat(hostileFiles())
                .allSatisfy(file ->
                        assertThatThrownBy(() -> inspector.inspect(file.bytes()))
                                .message()
                                .doesNotContainIgnoringCase("java")
                                .doesNotContain("/", "."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # bytes | side | pixels | memory | what is one over its limit
                    1000    | 1000 | 10000  | 6000000 | nothing
                    10      | 1000 | 10000  | 6000000 | OriginalTooLarge
                    1000    | 99   | 10000  | 6000000 | ImageTooLarge
                    1000    | 1000 | 9999   | 6000000 | ImageTooLarge
                    1000    | 1000 | 10000  | 3199    | ImageTooLarge
                    1000    | 100  | 10000  | 3200    | nothing
                    """)
    void keepsEveryLimitExactly(int bytes, int side, int pixels, int memory, String outcome) {
        var limited = new Inspector(new ImageLimits(bytes, side, pixels, 1, 1, memory));
        var png = ByteBuffer.wrap(new RawPng().header(100, 100, 8, 0).data().end());

        if (outcome.equals("nothing")) {
            assertThatCode(() -> limited.inspect(png)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> limited.inspect(png))
                    .isInstanceOf(
                            outcome.equals("ImageTooLarge")
                                    ? ImageTooLarge.class
                                    : OriginalTooLarge.class);
        }
    }

    @Test
    void acceptsAnAnimationOfWhichAStillCanBeMade() {
        var bytes = ByteBuffer.wrap(HostileFiles.manyFrames(1_000, 1_000, 1_000));

        assertThat(inspector.inspect(bytes).facts().frames()).isEqualTo(1_000);
    }

    @Test
    void looksFromThePositionToTheLimit() {
        byte[] png = new RawPng().header(3, 2, 8, RawPng.GREY).data().end();
        var padded = ByteBuffer.allocate(png.length + 20).position(7).put(png).flip().position(7);

        assertThat(inspector.inspect(padded).bytes()).isEqualTo(ByteBuffer.wrap(png));
        assertThat(padded.position()).isEqualTo(7);
    }

    @Test
    void givesCodecsNothingThatLiesBehindThePicture() {
        byte[] jpeg = RawJpeg.of(RawJpeg.BASELINE, 8, 8, 3);
        byte[] gif = new RawGif().screen(1, 1).frame(0, 0, 1, 1).end();
        byte[] png = new RawPng().header(1, 1, 8, RawPng.GREY).data().end();
        for (byte[] file : List.of(jpeg, gif, png)) {
            var longer = ByteBuffer.allocate(file.length + 9).put(file).rewind();

            assertThat(inspector.inspect(longer).bytes()).isEqualTo(ByteBuffer.wrap(file));
        }
    }

    @Test
    void givesBytesThatNobodyCanChange() {
        var checked = inspector.inspect(Pngs.of(Pictures.gradient(new Size(9, 9))).bytes());

        assertThatThrownBy(() -> checked.bytes().put(0, (byte) 0))
                .isInstanceOf(ReadOnlyBufferException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    JPEG | 192 | 100 | 50  | NATIVE    | 9600   | rows
                    JPEG | 194 | 100 | 50  | NATIVE    | 30000  | coefficients
                    JPEG | 192 | 100 | 50  | PURE_JAVA | 30000  | the whole picture
                    JPEG | 194 | 100 | 50  | PURE_JAVA | 55000  | and the coefficients
                    PNG  | 0   | 100 | 50  | NATIVE    | 25600  | rows of 16 bits
                    PNG  | 1   | 100 | 50  | NATIVE    | 60000  | the whole picture of 16 bits
                    PNG  | 0   | 100 | 50  | PURE_JAVA | 60000  | both 16 and 8 bits of all of it
                    GIF  | 0   | 100 | 50  | NATIVE    | 40000  | a frame and the canvas
                    """)
    void estimatesWhatDecodingTakes(
            String format, int kind, int width, int height, DecodeMemory memory, long bytes) {
        byte[] file =
                switch (format) {
                    case "JPEG" -> RawJpeg.of(kind, width, height, 3);
                    case "PNG" -> new RawPng().header(width, height, 16, 6, kind).data().end();
                    default -> new RawGif().screen(width, height).frame(0, 0, 1, 1).end();
                };
        ImageFacts facts =
                new Inspector(ImageLimits.DEFAULT, memory, Inspector.USUAL)
                        .inspect(ByteBuffer.wrap(file))
                        .facts();

        assertThat(facts.decodeMemory()).isEqualTo(bytes);
    }

    private void refuse(HostileFile file) {
        assertThatThrownBy(() -> inspector.inspect(file.bytes())).isInstanceOf(ImageFailure.class);
    }
}
