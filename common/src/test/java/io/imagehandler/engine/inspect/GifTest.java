package io.imagehandler.engine.inspect;

import static io.imagehandler.engine.inspect.Inspected.facts;
import static io.imagehandler.engine.inspect.Inspected.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.ImageFacts.Coding;
import io.imagehandler.engine.Orientation;
import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.testpictures.Gifs;
import io.imagehandler.testpictures.Gifs.Frame;
import io.imagehandler.testpictures.Pictures;
import io.imagehandler.testpictures.RawGif;
import io.imagehandler.transformation.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class GifTest {

    @Test
    void findsWhatAFileWasMadeWith() {
        var frame = Frame.whole(Pictures.noise(new Size(50, 30)), 5);

        Inspected.assertFacts(Gifs.still(Pictures.noise(new Size(50, 30))));
        Inspected.assertFacts(Gifs.of(List.of(frame, frame, frame), 0));
    }

    @Test
    void findsEveryFactOfAnAnimation() {
        byte[] gif =
                new RawGif()
                        .screen(20, 10)
                        .comment("one")
                        .control(false)
                        .frame(0, 0, 20, 10)
                        .control(true)
                        .frame(5, 5, 1, 1)
                        .end();

        assertThat(facts(gif))
                .isEqualTo(
                        new ImageFacts(
                                SourceFormat.GIF,
                                new Size(20, 10),
                                2,
                                4,
                                8,
                                true,
                                Coding.FRAMES,
                                Orientation.UPRIGHT,
                                false,
                                0,
                                1600));
    }

    @Test
    void isAsLargeAsTheScreenAndAllFramesTogether() {
        byte[] gif = new RawGif().screen(10, 10).frame(8, 0, 5, 5).frame(0, 9, 1, 30).end();

        assertThat(facts(gif).size()).isEqualTo(new Size(13, 39));
        assertThat(facts(gif).channels()).isEqualTo(3);
    }

    @Test
    void readsTheOldVersionToo() {
        byte[] gif = new RawGif().screen(1, 1).frame(0, 0, 1, 1).end();
        gif[4] = '7';

        assertThat(facts(gif).frames()).isEqualTo(1);
    }

    @Test
    void passesOverColourTablesOfItsFrames() {
        var gif = new RawGif().screen(1, 1).raw(',', 0, 0, 0, 0, 1, 0, 1, 0, 0x81).raw(new int[12]);
        byte[] whole = gif.raw(2, 2, 0x44, 1, 0).end();

        assertThat(facts(whole).frames()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsDamaged() {
        assertThat(
                        List.of(
                                new RawGif().screen(1, 1).end(),
                                new RawGif().screen(0, 0).frame(0, 0, 0, 0).end(),
                                new RawGif().screen(1, 1).frame(0, 0, 1, 1).raw(0).end(),
                                new RawGif()
                                        .screen(1, 1)
                                        .raw(',', 0, 0, 0, 0, 1, 0, 1, 0, 0, 12, 0)
                                        .end(),
                                new RawGif().screen(1, 1).raw('!', 0xF9).end()))
                .allSatisfy(gif -> assertThat(refused(gif)).isInstanceOf(UndecodableImage.class));
    }
}
