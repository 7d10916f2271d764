package io.imagehandler.engine.vips;

import io.imagehandler.engine.ImageLimits;
import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.transformation.Size;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.function.Function;

/// Files that ImageIO cannot write, made with libvips itself.
final class Sources {

    private Sources() {}

    /// A flat picture in sRGB, as `write` writes it.
    static CheckedImage flat(int red, int green, int blue, Function<Picture, Call> write) {
        try (var arena = Arena.ofConfined()) {
            var session = new Session(new Vips(Libvips.library().functions()), arena);
            var picture =
                    session.call("black")
                            .set("width", 24)
                            .set("height", 18)
                            .set("bands", 3)
                            .picture()
                            .call("linear")
                            .set("a", new double[] {1, 1, 1})
                            .set("b", new double[] {red, green, blue})
                            .set("uchar", true)
                            .picture()
                            .call("copy")
                            .set("interpretation", Picture.SRGB)
                            .picture();
            return checked(write.apply(picture).bytes());
        }
    }

    /// As the services hand it to an engine.
    static CheckedImage checked(byte[] file) {
        return new Inspector(ImageLimits.DEFAULT).inspect(ByteBuffer.wrap(file));
    }

    /// A photograph, more or less: shades, edges and noise.
    static byte[] photograph(Size size) {
        try (var arena = Arena.ofConfined()) {
            var session = new Session(new Vips(Libvips.library().functions()), arena);
            var noise =
                    session.call("gaussnoise")
                            .set("width", size.width())
                            .set("height", size.height())
                            .set("mean", 128.0)
                            .set("sigma", 12.0)
                            .set("seed", 7)
                            .picture();
            var waves =
                    session.call("sines")
                            .set("width", size.width())
                            .set("height", size.height())
                            .set("hfreq", 5.0)
                            .set("vfreq", 3.0)
                            .picture()
                            .call("linear")
                            .set("a", new double[] {90})
                            .set("b", new double[] {0})
                            .picture();
            var sum = session.call("add").set("left", noise).set("right", waves).picture();
            var grey = sum.call("cast").set("format", Picture.BYTE).picture();
            return grey.call("copy")
                    .set("interpretation", 1)
                    .picture()
                    .call("colourspace")
                    .set("space", Picture.SRGB)
                    .picture()
                    .call("jpegsave_buffer")
                    .set("Q", 88)
                    .bytes();
        }
    }
}
