package io.imagehandler.engine.vips;

import io.imagehandler.transformation.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The frames of an animation in their order, or the one picture of a still: as a strip with one
/// below the other, which is how libvips reads and writes them and by far the cheapest to work on,
/// or each apart. The first part carries the delays and how often it is played.
///
/// @param parts the strip alone, or a picture for each frame
/// @param count how many frames, at least 1
record Frames(List<Picture> parts, int count) {

    private static final String PAGE_HEIGHT = "page-height";
    private static final String PALETTE = "gif-palette";

    Frames {
        parts = List.copyOf(parts);
    }

    static Frames still(Picture picture) {
        return ofStrip(picture, 1);
    }

    static Frames ofStrip(Picture strip, int count) {
        return new Frames(List.of(strip), count);
    }

    static Frames apart(List<Picture> pictures) {
        return new Frames(pictures, pictures.size());
    }

    /// Apart from each other.
    List<Picture> pictures() {
        if (parts.size() == count) {
            return parts;
        }
        Picture all = parts.getFirst().inMemory();
        Size size = size();
        return IntStream.range(0, count)
                .mapToObj(i -> all.cut(new Window(0, i * size.height(), size)))
                .toList();
    }

    Picture strip() {
        if (count == 1) {
            return parts.getFirst();
        }
        return joined().with(PAGE_HEIGHT, size().height());
    }

    private Picture joined() {
        Picture first = parts.getFirst();
        return parts.size() == 1
                ? first
                : first.session().call("arrayjoin").set("in", parts).set("across", 1).picture();
    }

    /// Of one frame; they are all alike.
    Size size() {
        Size part = parts.getFirst().size();
        return new Size(part.width(), part.height() * parts.size() / count);
    }

    /// Each changed by itself, whatever the change.
    Frames each(UnaryOperator<Picture> change) {
        return apart(pictures().stream().map(change).toList());
    }

    /// Each changed by itself, to colours that their palette, if they came with one, may not have.
    ///
    /// It is taken away only once they are apart: a strip without it would be in memory once more.
    Frames eachInAnyColors(UnaryOperator<Picture> change) {
        return each(
                picture -> change.apply(picture.has(PALETTE) ? picture.without(PALETTE) : picture));
    }

    /// Each changed by itself, in a way that is the same for all and makes no use of the header.
    Frames uniformly(UnaryOperator<Picture> change) {
        return count > 1 && parts.size() == 1
                ? ofStrip(Pixels.ofEach(parts.getFirst(), size(), change), count)
                : each(change);
    }

    /// All changed alike, by what makes every pixel of the pixel in its place alone.
    Frames everywhere(UnaryOperator<Picture> change) {
        return new Frames(parts.stream().map(change).toList(), count);
    }

    Frames inMemory() {
        return everywhere(Picture::inMemory);
    }
}
