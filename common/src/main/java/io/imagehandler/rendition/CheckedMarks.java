package io.imagehandler.rendition;

import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.inspect.Inspector;
import io.imagehandler.failure.AccessRefused;
import io.imagehandler.failure.CrashedDecoder;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.ImageTooLarge;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.failure.NoSuchStyle;
import io.imagehandler.failure.OriginalTooLarge;
import io.imagehandler.failure.TooSlow;
import io.imagehandler.failure.UndecodableImage;
import io.imagehandler.failure.UnsupportedFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// The pictures of watermarks during one rendering: each is read and inspected at most once. For
/// one thread.
final class CheckedMarks implements Function<String, CheckedImage> {

    private final Map<String, CheckedImage> checked = new HashMap<>();
    private final Map<String, EntityTag> tags = new HashMap<>();
    private final Inspector inspector;
    private final Function<String, Original> pictures;

    CheckedMarks(Inspector inspector, Function<String, Original> pictures) {
        this.inspector = inspector;
        this.pictures = pictures;
    }

    /// @throws io.imagehandler.failure.ImageFailure if there is none, or it is not let through
    @Override
    public CheckedImage apply(String key) {
        return checked.computeIfAbsent(key, this::check);
    }

    /// The tags of those that were read, by their keys.
    Map<String, EntityTag> tags() {
        return Map.copyOf(tags);
    }

    private CheckedImage check(String key) {
        Original picture = pictures.apply(key);
        tags.put(key, picture.tag());
        try {
            return inspector.inspect(picture.bytes());
        } catch (ImageFailure reason) {
            throw ofWatermark(reason);
        }
    }

    /// The same, saying which of the pictures it is about. It is not named: in a style it is none
    /// of the client's business.
    private static ImageFailure ofWatermark(ImageFailure reason) {
        String detail = "the image of the watermark: " + reason.detail();
        return switch (reason) {
            case UndecodableImage _ -> new UndecodableImage(detail);
            case UnsupportedFormat _ -> new UnsupportedFormat(detail);
            case ImageTooLarge _ -> new ImageTooLarge(detail);
            case OriginalTooLarge _ -> new OriginalTooLarge(detail);
            case AccessRefused _, InvalidArgument _, NoSuchOriginal _, NoSuchStyle _ -> reason;
            case TooSlow _, CrashedDecoder _ -> reason;
        };
    }
}
