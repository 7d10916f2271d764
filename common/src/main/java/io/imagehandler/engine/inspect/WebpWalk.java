package io.imagehandler.engine.inspect;

import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.UndecodableImage;

/// One walk over the chunks of a WebP.
final class WebpWalk {

    private static final int RIFF = 12;
    private static final int CHUNK = 8;
    private static final int FRAME = 16;

    private static final int ANIMATED = 0x02;
    private static final int ALPHA = 0x10;

    private final Bytes file;
    private final Bytes riff;
    private final Findings found;
    private boolean extended;
    private boolean animated;
    private boolean exifSeen;

    WebpWalk(Bytes file) {
        Bytes view = file.littleEndian();
        this.file = file;
        this.riff = view.part(0, CHUNK + view.u32(4));
        this.found = new Findings(SourceFormat.WEBP, file);
    }

    Findings run() {
        header();
        found.frames = 0;
        long at = RIFF;
        while (riff.has(at, CHUNK)) {
            long length = riff.u32(at + 4);
            chunk(at, riff.part(at + CHUNK, length));
            at += CHUNK + length + (length & 1);
        }
        if (found.frames == 0) {
            throw new UndecodableImage("the WebP has no picture in it");
        }
        found.colour(found.alpha);
        found.bytes = file.view(0, riff.size());
        return found;
    }

    /// The first chunk says which of the three kinds of WebP it is, and how large the picture.
    private void header() {
        Bytes data = riff.part(RIFF + CHUNK, riff.u32(RIFF + 4));
        extended = riff.is(RIFF, "VP8X");
        if (extended) {
            int flags = data.u8(0);
            animated = (flags & ANIMATED) != 0;
            found.alpha = (flags & ALPHA) != 0;
            found.width = 1L + data.u24(4);
            found.height = 1L + data.u24(7);
        } else if (WebpFrame.stands(riff, RIFF)) {
            WebpFrame frame = WebpFrame.of(riff, RIFF, data);
            found.width = frame.width();
            found.height = frame.height();
        } else {
            throw new UndecodableImage("the WebP has no picture in it");
        }
    }

    private void chunk(long at, Bytes data) {
        if (WebpFrame.stands(riff, at) && !animated) {
            picture(WebpFrame.of(riff, at, data), found.width, found.height);
            found.frames = 1;
        } else if (riff.is(at, "ANMF") && animated) {
            frame(data);
            found.frames++;
        } else if (riff.is(at, "ALPH") && extended) {
            found.alpha = true;
        } else if (riff.is(at, "ICCP") && extended) {
            found.profile = data.size() > 0 && data.size() <= Findings.LONGEST_PROFILE;
        } else if (riff.is(at, "EXIF") && extended && !exifSeen) {
            exifSeen = true;
            found.orientation = Exif.orientation(tiff(data));
        }
    }

    /// One frame of an animation: where it lies, and a coded picture of just that size.
    private void frame(Bytes data) {
        long width = 1L + data.u24(6);
        long height = 1L + data.u24(9);
        boolean inside =
                2L * data.u24(0) + width <= found.width
                        && 2L * data.u24(3) + height <= found.height;
        if (!inside) {
            throw new UndecodableImage("the WebP has a frame outside of its canvas");
        }
        boolean pictured = false;
        long at = FRAME;
        while (data.has(at, CHUNK)) {
            long length = data.u32(at + 4);
            Bytes part = data.part(at + CHUNK, length);
            found.alpha |= data.is(at, "ALPH");
            if (WebpFrame.stands(data, at)) {
                picture(WebpFrame.of(data, at, part), width, height);
                pictured = true;
            }
            at += CHUNK + length + (length & 1);
        }
        if (!pictured) {
            throw new UndecodableImage("the WebP has a frame without a picture");
        }
    }

    private void picture(WebpFrame coded, long width, long height) {
        if (coded.width() != width || coded.height() != height) {
            throw new UndecodableImage("the WebP has a picture of another size than announced");
        }
        found.alpha |= coded.alpha();
    }

    /// Some writers keep the prefix that Exif has in a JPEG.
    private static Bytes tiff(Bytes data) {
        int prefix = data.is(0, "Exif\0\0") ? 6 : 0;
        return data.part(prefix, data.size() - prefix);
    }
}
