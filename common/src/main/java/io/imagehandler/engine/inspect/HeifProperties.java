package io.imagehandler.engine.inspect;

import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.UndecodableImage;

/// The properties of the items of an AVIF or HEIC. They are kept in one list and associated with
/// items by their number in it, so that the size of a tile is written once for all tiles.
final class HeifProperties {

    private static final int MOST = 1_024;
    private static final long LONGEST_SIDE = Integer.MAX_VALUE;

    /// A picture is coded as tiles and again as what they make up, its alpha likewise.
    private static final int CODED_OFTEN = 4;

    /// So much that no sum of two such areas overflows.
    private static final long MUCH = 1L << 61;

    private static final String ALPHA = "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha";
    private static final String ALPHA_IN_HEVC = "urn:mpeg:hevc:2015:auxid:1";

    private final Findings found;
    private final HeifBox[] kinds = new HeifBox[MOST + 1];
    private final Bytes[] contents = new Bytes[MOST + 1];
    private int count;
    private long primary = -1;
    private long largest;
    private long together;

    HeifProperties(Findings found) {
        this.found = found;
    }

    /// Takes the next property of the list.
    void add(HeifBox kind, Bytes content) {
        count++;
        if (count > MOST) {
            throw new ImageTooLarge("the file has more than " + MOST + " properties");
        }
        kinds[count] = kind;
        contents[count] = content;
        note(kind, content);
    }

    /// Notes what is said of any item; all other boxes say nothing that matters here.
    private void note(HeifBox kind, Bytes content) {
        switch (kind) {
            case SIZE -> largest = Math.max(largest, area(content));
            case KIND_OF_AUXILIARY ->
                    found.alpha |= content.is(4, ALPHA) || content.is(4, ALPHA_IN_HEVC);
            case COLOUR -> found.profile |= isProfile(content);
            case AV1 -> depth(8 + (content.u8(2) >> 5 & 2) + (content.u8(2) >> 4 & 2));
            case HEVC -> depth(8 + (content.u8(17) & 7));
            default -> {}
        }
    }

    private void depth(int depth) {
        found.depth = Math.max(found.depth, depth);
    }

    private static boolean isProfile(Bytes colour) {
        boolean icc = colour.is(0, "prof") || colour.is(0, "rICC");
        return icc && colour.size() <= Findings.LONGEST_PROFILE;
    }

    /// Takes which item is the picture. Writers put this before the associations.
    void primary(Bytes content) {
        primary = content.u8(0) == 0 ? content.u16(4) : content.u32(4);
    }

    /// Takes which properties each item has.
    void associate(Bytes content) {
        int item = content.u8(0) == 0 ? 2 : 4;
        int number = (content.u8(3) & 1) == 0 ? 1 : 2;
        long items = content.u32(4);
        long at = 8;
        for (long i = 0; i < items; i++) {
            boolean ofPicture = primary == (item == 2 ? content.u16(at) : content.u32(at));
            int properties = content.u8(at + item);
            at += item + 1;
            for (int j = 0; j < properties; j++, at += number) {
                apply(number == 1 ? content.u8(at) & 0x7F : content.u16(at) & 0x7FFF, ofPicture);
            }
        }
    }

    private void apply(int property, boolean ofPicture) {
        if (property == 0) {
            return; // stands for none
        }
        if (property > count) {
            throw new UndecodableImage("the file has a property that is not there");
        }
        HeifBox kind = kinds[property];
        Bytes content = contents[property];
        if (kind == HeifBox.SIZE) {
            together = Math.min(together, MUCH) + area(content);
        }
        if (ofPicture) {
            change(kind, content);
        }
    }

    /// What a decoder makes of the picture's size. It turns and crops by itself, whatever Exif
    /// says.
    private void change(HeifBox kind, Bytes content) {
        if (kind == HeifBox.SIZE) {
            found.width = content.u32(4);
            found.height = content.u32(8);
        } else if (kind == HeifBox.CROP) {
            found.width = Math.min(found.width, whole(content.u32(0), content.u32(4)));
            found.height = Math.min(found.height, whole(content.u32(8), content.u32(12)));
        } else if (kind == HeifBox.TURN && (content.u8(0) & 1) == 1) {
            long width = found.width;
            found.width = found.height;
            found.height = width;
        }
    }

    /// Notes what can be said once all is known.
    void describe() {
        found.colour(found.alpha);
        found.codedPixels = Math.max(largest, together / CODED_OFTEN);
    }

    private static long area(Bytes size) {
        long width = size.u32(4);
        long height = size.u32(8);
        if (width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw new ImageTooLarge("the picture is larger than any that is decoded");
        }
        return width * height;
    }

    private static long whole(long numerator, long denominator) {
        if (denominator == 0 || numerator % denominator != 0) {
            throw new UndecodableImage("the picture is cropped to a part of a pixel");
        }
        return numerator / denominator;
    }
}
