package io.imagehandler.rendition;

import io.imagehandler.engine.inspect.CheckedImage;
import io.imagehandler.engine.inspect.Inspector;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// The pictures of watermarks during one rendering: each is read and inspected at most once. For
/// one thread.
final class CheckedMarks implements Function<String, CheckedImage> {

    private final Map<String, CheckedImage> checked = new HashMap<>();
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

    private CheckedImage check(String key) {
        return inspector.inspect(pictures.apply(key).bytes());
    }
}
