package io.imagehandler.engine.inspect;

import static io.imagehandler.testpictures.RawWebp.ANIMATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.testpictures.Avifs;
import io.imagehandler.testpictures.Jpegs;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.Pngs;
import io.imagehandler.testpictures.RawGif;
import io.imagehandler.testpictures.RawHeif;
import io.imagehandler.testpictures.RawJpeg;
import io.imagehandler.testpictures.RawPng;
import io.imagehandler.testpictures.RawWebp;
import io.imagehandler.transformation.Size;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever happens to a file on its way, the answer is a picture or a refusal.
class DamagedFilesTest {

    private static final int MUTANTS = 1_000_000;
    private static final Duration MEAN = Duration.ofNanos(50_000);

    private final Inspector inspector =
            new Inspector(
                    ImageLimits.DEFAULT, DecodeMemory.NATIVE, EnumSet.allOf(SourceFormat.class));

    static List<byte[]> files() {
        var image = Pictures.gradient(new Size(9, 7));
        return List.of(
                Jpegs.withOrientation(Jpegs.baseline(image), 6).toArray(),
                Jpegs.progressive(image).toArray(),
                RawJpeg.of(RawJpeg.BASELINE, 8, 8, 4),
                Pngs.withSecrets(Pngs.of(image)).toArray(),
                new RawPng()
                        .header(4, 4, 8, RawPng.PALETTE, 1)
                        .chunk("iCCP", new byte[] {'p', 0, 0, 1, 2})
                        .chunk("eXIf", Inspected.unescaped("II*\\0\\8\\0\\0\\0\\1\\0\\18"))
                        .chunk("PLTE", new byte[6])
                        .chunk("tRNS", new byte[2])
                        .data()
                        .end(),
                new RawGif().screen(9, 7).comment("so").control(true).frame(1, 1, 9, 7).end(),
                new RawWebp().chunk("VP8 ", RawWebp.lossy(9, 7)).end(),
                new RawWebp()
                        .canvas(ANIMATED, 9, 7)
                        .chunk("ICCP", new byte[5])
                        .animation()
                        .frame(2, 2, 4, 4)
                        .chunk("EXIF", Inspected.unescaped("MM\\0\\42\\0\\0\\0\\8\\0\\1"))
                        .end(),
                Avifs.transparent(),
                RawHeif.heic().property("irot", (byte) 1).picture(4, 2, 1).end());
    }

    @ParameterizedTest
    @MethodSource("files")
    void refusesAFileCutOffAnywhere(byte[] file) {
        inspector.inspect(ByteBuffer.wrap(file));
        for (int length = 0; length < file.length; length++) {
            var cutOff = ByteBuffer.wrap(file, 0, length);

            assertThatThrownBy(() -> inspector.inspect(cutOff))
                    .as("the first %d bytes of %d", length, file.length)
                    .isInstanceOf(ImageFailure.class);
        }
    }

    @Test
    void answersEveryMutantWithAPictureOrARefusal() {
        var random = new Random(20_260_101);
        var files = files();
        long nanos = 0;
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            ByteBuffer mutant = mutant(files.get(i % files.size()), random);
            long start = System.nanoTime();
            refused += isRefused(mutant) ? 1 : 0;
            nanos += System.nanoTime() - start;
        }

        var mean = Duration.ofNanos(nanos / MUTANTS);
        System.out.printf("%d mutants, %d refused, mean %s%n", MUTANTS, refused, mean);
        assertThat(refused).isBetween(MUTANTS / 2, MUTANTS - 1);
        assertThat(mean).isLessThan(MEAN);
    }

    /// Nothing but an [ImageFailure] is caught, so that anything else fails the test.
    private boolean isRefused(ByteBuffer file) {
        try {
            inspector.inspect(file);
            return false;
        } catch (ImageFailure _) {
            return true;
        }
    }

    /// One to four changes of a byte or of the length. The sums of a PNG are made right again every
    /// other time, or nothing behind them would ever be reached.
    private static ByteBuffer mutant(byte[] file, Random random) {
        byte[] copy = file.clone();
        int length = copy.length;
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(copy.length);
            switch (random.nextInt(8)) {
                case 0 -> length = 1 + random.nextInt(copy.length);
                case 1 -> copy[at] = (byte) 0xFF;
                case 2 -> copy[at] = 0;
                case 3 -> copy[at]++;
                case 4 -> copy[at] = copy[random.nextInt(copy.length)];
                case 5 -> copy[at] ^= (byte) (1 << random.nextInt(8));
                default -> copy[at] = (byte) random.nextInt(256);
            }
        }
        if (file[1] == 'P' && random.nextBoolean()) {
            RawPng.repair(copy);
        }
        return ByteBuffer.wrap(copy, 0, length);
    }
}
