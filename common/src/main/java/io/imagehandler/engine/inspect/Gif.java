package io.imagehandler.engine.inspect;

import io.imagehandler.engine.SourceFormat;
import io.imagehandler.failure.UndecodableImage;

/// GIF: a screen, then frames and extensions, each a chain of blocks of up to 255 bytes.
final class Gif implements Format {

    private static final int SCREEN = 13;
    private static final int FRAME = 10;
    private static final int GRAPHIC_CONTROL = 0xF9;

    @Override
    public SourceFormat name() {
        return SourceFormat.GIF;
    }

    @Override
    public boolean begins(Bytes file) {
        return file.is(0, "GIF87a") || file.is(0, "GIF89a");
    }

    @Override
    public Findings walk(Bytes file) {
        Bytes gif = file.littleEndian();
        var found = new Findings(SourceFormat.GIF, file);
        found.width = gif.u16(6);
        found.height = gif.u16(8);
        found.frames = 0;
        long end = blocks(gif, SCREEN + colours(gif.u8(10)), found);
        if (found.frames == 0) {
            throw new UndecodableImage("the GIF has no picture in it");
        }
        found.colour(found.alpha);
        found.bytes = file.view(0, end);
        return found;
    }

    /// Passes over all blocks to the trailer and gives the end of the file.
    private static long blocks(Bytes gif, long first, Findings found) {
        long at = first;
        while (true) {
            switch (gif.u8(at)) {
                case ';' -> {
                    return at + 1;
                }
                case '!' -> at = extension(gif, at, found);
                case ',' -> at = frame(gif, at, found);
                default -> throw new UndecodableImage("the GIF is damaged");
            }
        }
    }

    private static long extension(Bytes gif, long at, Findings found) {
        if (gif.u8(at + 1) == GRAPHIC_CONTROL && gif.u8(at + 2) >= 4) {
            found.alpha |= (gif.u8(at + 3) & 1) == 1;
        }
        return afterChain(gif, at + 2);
    }

    /// Notes a frame. The picture is as large as the screen and all frames together.
    private static long frame(Bytes gif, long at, Findings found) {
        long right = (long) gif.u16(at + 1) + gif.u16(at + 5);
        long bottom = (long) gif.u16(at + 3) + gif.u16(at + 7);
        found.width = Math.max(found.width, right);
        found.height = Math.max(found.height, bottom);
        found.frames++;
        long codeSize = at + FRAME + colours(gif.u8(at + 9));
        if (gif.u8(codeSize) > 11) {
            throw new UndecodableImage("the GIF is damaged");
        }
        return afterChain(gif, codeSize + 1);
    }

    /// The length of the colour table that these flags announce, in bytes.
    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static long afterChain(Bytes gif, long first) {
        long at = first;
        int length = gif.u8(at);
        while (length > 0) {
            at += 1 + length;
            length = gif.u8(at);
        }
        return at + 1;
    }
}
