package io.imagehandler.engine.inspect;

import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.UndecodableImage;

/// One walk over the boxes of an AVIF or HEIC, with the ends of the open ones on a short stack.
final class HeifWalk {

    private static final int DEEPEST = 8;
    private static final int MOST_BOXES = 4_096;
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;

    private final Bytes file;
    private final Findings found;
    private final HeifItems items;
    private final HeifProperties properties;
    private final long[] ends = new long[DEEPEST + 1];
    private final HeifBox[] open = new HeifBox[DEEPEST + 1];
    private int depth;
    private int boxes;

    HeifWalk(Bytes file, Findings found, String codec) {
        this.file = file;
        this.found = found;
        this.items = new HeifItems(codec);
        this.properties = new HeifProperties(found);
        this.ends[0] = file.size();
        this.open[0] = HeifBox.OTHER;
    }

    Findings run() {
        long at = 0;
        while (at < file.size()) {
            at = box(at);
            while (depth > 0 && at == ends[depth]) {
                depth--;
            }
        }
        items.checkSeen();
        properties.describe();
        return found;
    }

    /// Looks at one box and gives where the next one begins: inside of it, or behind.
    private long box(long at) {
        boxes++;
        if (boxes > MOST_BOXES) {
            throw new ImageTooLarge("the file has more than " + MOST_BOXES + " boxes");
        }
        long header = file.u32(at) == 1 ? LONG_HEADER : HEADER;
        long length = length(at);
        if (length < header || length > ends[depth] - at) {
            throw new UndecodableImage("the file has a damaged box or is cut off");
        }
        HeifBox box = HeifBox.at(file, at + 4);
        Bytes content = file.part(at + header, length - header);
        if (box.inside() == HeifBox.NO_BOXES_INSIDE) {
            content(box, content);
            return at + length;
        }
        enter(box, at + length);
        return Math.min(at + header + beforeFirst(box, content), at + length);
    }

    /// A length of 0 means to the end of the file, one of 1 that it follows in 64 bits; a negative
    /// one is too long for any file.
    private long length(long at) {
        long length = file.u32(at);
        if (length == 0 && depth == 0) {
            return file.size() - at;
        }
        return length == 1 ? file.u32(at + 8) << 32 | file.u32(at + 12) : length;
    }

    private void enter(HeifBox box, long end) {
        if (depth == DEEPEST) {
            throw new UndecodableImage("the file has boxes nested too deep");
        }
        depth++;
        ends[depth] = end;
        open[depth] = box;
    }

    private static int beforeFirst(HeifBox box, Bytes content) {
        boolean longCount = box == HeifBox.ITEMS && content.u8(0) > 0;
        return longCount ? box.inside() + 2 : box.inside();
    }

    /// Only what is described at the top is a picture; what a film has inside is passed over.
    private void content(HeifBox box, Bytes content) {
        if (depth == 0 || open[1] != HeifBox.META) {
            return;
        }
        if (open[depth] == HeifBox.PROPERTY_LIST) {
            properties.add(box, content);
        } else if (box == HeifBox.ITEM) {
            items.item(content);
        } else if (box == HeifBox.LOCATIONS) {
            HeifLocations.check(content, file.size());
        } else if (box == HeifBox.PRIMARY) {
            properties.primary(content);
        } else if (box == HeifBox.ASSOCIATIONS) {
            properties.associate(content);
        }
    }
}
