package io.imagehandler.engine.inspect;

import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.UndecodableImage;
import java.util.Set;

/// The items of an AVIF or HEIC: coded pictures, what is put together of them, and metadata.
final class HeifItems {

    static final int MOST = 256;

    private static final Set<String> UNCODED =
            Set.of("grid", "iden", "iovl", "tmap", "Exif", "mime", "uri ");

    private final String codec;
    private int count;

    /// @param codec the type of the coded pictures that the format has
    HeifItems(String codec) {
        this.codec = codec;
    }

    /// Notes an item. One of another codec would reach a decoder that nobody enabled.
    void item(Bytes entry) {
        count++;
        if (count > MOST) {
            throw new ImageTooLarge("the file has more than " + MOST + " items");
        }
        long type = entry.u8(0) == 2 ? 8 : 10;
        boolean known = entry.u8(0) >= 2 && (entry.is(type, codec) || isUncoded(entry, type));
        if (!known) {
            throw new UndecodableImage("the file holds more than pictures of its format");
        }
    }

    void checkSeen() {
        if (count == 0) {
            throw new UndecodableImage("the file has no picture in it");
        }
    }

    private static boolean isUncoded(Bytes entry, long at) {
        for (String type : UNCODED) {
            if (entry.is(at, type)) {
                return true;
            }
        }
        return false;
    }
}
