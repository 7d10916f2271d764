package io.imagehandler.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.transformation.Size;
import java.lang.foreign.Arena;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Libvips.class)
class ScalingTest {

    private static Vips vips;

    @BeforeAll
    static void start() {
        vips = new Vips(Libvips.library().functions());
        Guard.start(vips);
    }

    @Test
    void givesExactlyTheSizeAskedFor() {
        var random = new Random(42);
        for (int i = 0; i < 3_000; i++) {
            var from = size(random);
            var to = size(random);

            assertThat(scaled(from, to)).as(from + " to " + to).isEqualTo(to);
        }
    }

    /// Nothing is drawn: libvips knows the size before there are pixels.
    private static Size scaled(Size from, Size to) {
        try (var arena = Arena.ofConfined()) {
            var picture =
                    new Session(vips, arena)
                            .call("black")
                            .set("width", from.width())
                            .set("height", from.height())
                            .picture();
            return Scaling.scaled(picture, to).size();
        }
    }

    /// Small ones as often as large ones.
    private static Size size(Random random) {
        return new Size(
                1 + random.nextInt(1 << random.nextInt(1, 15)),
                1 + random.nextInt(1 << random.nextInt(1, 15)));
    }
}
