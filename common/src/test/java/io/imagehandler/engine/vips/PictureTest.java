package io.imagehandler.engine.vips;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.transformation.Size;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Libvips.class)
class PictureTest {

    private static Vips vips;

    @BeforeAll
    static void start() {
        vips = new Vips(Libvips.library().functions());
        Guard.start(vips);
    }

    @Test
    void isReadInAnyOrderOnceItIsInMemory() {
        var source = Sources.checked(Sources.photograph(new Size(64, 48)));
        try (var arena = Arena.ofConfined()) {
            Picture read = Loader.load(new Session(vips, arena), source, 1, 1).strip();

            assertThat(read.has(Picture.SEQUENTIAL)).isTrue();
            assertThat(read.inMemory().has(Picture.SEQUENTIAL)).isFalse();
            assertThat(read.has(Picture.SEQUENTIAL)).isTrue();
        }
    }
}
