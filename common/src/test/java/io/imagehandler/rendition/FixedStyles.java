package io.imagehandler.rendition;

import io.imagehandler.style.Style;
import io.imagehandler.style.StyleName;
import io.imagehandler.style.Styles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Styles that do not change.
public record FixedStyles(List<Style> all) implements Styles {

    public static FixedStyles of(Style... styles) {
        return new FixedStyles(List.of(styles));
    }

    @Override
    public Optional<Style> find(StyleName name) {
        return all.stream().filter(style -> style.name().equals(name)).findFirst();
    }

    @Override
    public boolean isLoaded() {
        return true;
    }

    @Override
    public Optional<Duration> age() {
        return Optional.of(Duration.ZERO);
    }

    @Override
    public int leftOut() {
        return 0;
    }
}
