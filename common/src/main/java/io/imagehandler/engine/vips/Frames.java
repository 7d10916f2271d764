package io.imagehandler.engine.vips;

import io.imagehandler.transformation.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The frames of an animation in their order, or the one picture of a still. The first one carries
/// the delays and how often it is played.
record Frames(List<Picture> pictures) {

    private static final String PAGE_HEIGHT = "page-height";
    private static final String PALETTE = "gif-palette";

    Frames {
        pictures = List.copyOf(pictures);
    }

    /// The `count` frames of a strip, in which libvips keeps them one below the other.
    static Frames ofStrip(Picture strip, int count) {
        if (count == 1) {
            return new Frames(List.of(strip));
        }
        Picture all = strip.inMemory();
        var size = new Size(strip.size().width(), strip.size().height() / count);
        return new Frames(
                IntStream.range(0, count)
                        .mapToObj(i -> all.cut(new Window(0, i * size.height(), size)))
                        .toList());
    }

    Picture strip() {
        if (pictures.size() == 1) {
            return pictures.getFirst();
        }
        return pictures.getFirst()
                .session()
                .call("arrayjoin")
                .set("in", pictures)
                .set("across", 1)
                .picture()
                .with(PAGE_HEIGHT, size().height());
    }

    /// Of one frame; they are all alike.
    Size size() {
        return pictures.getFirst().size();
    }

    /// The same frames with colours that their palette, if they came with one, may not have.
    Frames inAnyColors() {
        return each(picture -> picture.has(PALETTE) ? picture.without(PALETTE) : picture);
    }

    Frames each(UnaryOperator<Picture> change) {
        return new Frames(pictures.stream().map(change).toList());
    }

    Frames inMemory() {
        return each(Picture::inMemory);
    }
}
