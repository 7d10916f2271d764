package io.imagehandler.ondemand.picture;

import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.failure.OriginalTooLarge;
import io.imagehandler.ondemand.admission.Desk;
import io.imagehandler.rendition.Marks;
import io.imagehandler.rendition.Original;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.WantedRendition;
import java.util.LinkedHashMap;

/// The stored pictures that the watermarks of a rendition need. They are originals like others,
/// admitted to memory like others.
final class WatermarkPictures {

    private WatermarkPictures() {}

    /// @throws NoSuchOriginal if one is not stored
    /// @throws OriginalTooLarge if one has too many bytes
    /// @throws InterruptedException if nobody wants the rendition any more
    static Marks read(WantedRendition wanted, Desk desk) throws InterruptedException {
        var pictures = new LinkedHashMap<String, Original>();
        for (String key : wanted.transformation().marks()) {
            pictures.put(key, read(key, desk));
        }
        return new Marks(pictures);
    }

    private static Original read(String key, Desk desk) throws InterruptedException {
        try {
            return desk.read(OriginalKey.of(key));
        } catch (NoSuchOriginal absent) {
            throw new NoSuchOriginal("there is no image of the watermark");
        } catch (OriginalTooLarge large) {
            throw new OriginalTooLarge(
                    "the image of the watermark has more than " + desk.mostBytes() + " bytes");
        }
    }
}
