package io.imagehandler.engine.thumbnailator;

import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.failure.TooSlow;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.failure.UnsupportedFormat;
import java.io.IOException;

/// The frames of a source, decoded one after the other.
///
/// Nothing that a codec says about a file reaches the client, and no exception of a codec is a
/// defect of ours: on damaged files they throw unchecked ones too.
final class DecodedSource implements AutoCloseable {

    private final Codec codec;

    private DecodedSource(Codec codec) {
        this.codec = codec;
    }

    /// @throws UndecodableImage if not even the header can be read
    /// @throws UnsupportedFormat if there is no codec for the format
    static DecodedSource of(CheckedImage source) {
        try {
            return new DecodedSource(
                    switch (source.facts().format()) {
                        case JPEG -> StillCodec.ofJpeg(source);
                        case PNG -> StillCodec.ofPng(source);
                        case WEBP -> StillCodec.ofWebp(source);
                        case GIF -> new GifCodec(source);
                        case AVIF, HEIC ->
                                throw new UnsupportedFormat(
                                        "images of this format cannot be read here");
                    });
        } catch (IOException e) {
            throw damaged();
        }
    }

    /// The next frame.
    ///
    /// @throws UndecodableImage if it is damaged, cut off, or there is none
    /// @throws TooSlow if the time is up
    Frame next() {
        try {
            Patience.check();
            Frame frame = codec.next();
            Patience.check();
            return frame;
        } catch (UndecodableImage | TooSlow e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // A reader that was stopped may stumble over what it has not read.
            Patience.check();
            throw damaged();
        }
    }

    /// How often the animation is repeated: 0 is for ever, -1 if the source does not say.
    int repeats() {
        try {
            return codec.repeats();
        } catch (IOException | RuntimeException e) {
            throw damaged();
        }
    }

    @Override
    public void close() {
        codec.close();
    }

    private static UndecodableImage damaged() {
        return new UndecodableImage("the image is damaged or cut off");
    }

    /// A decoder at work on one file.
    interface Codec {

        Frame next() throws IOException;

        default int repeats() throws IOException {
            return -1;
        }

        void close();
    }
}
