package io.imagehandler.worker.upkeep;

import io.imagehandler.rendition.FixedStyles;
import io.imagehandler.style.Style;
import io.imagehandler.style.StyleName;
import io.imagehandler.style.Styles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Styles that a test changes.
public final class ChangingStyles implements Styles {

    private volatile FixedStyles now = FixedStyles.of();

    public void set(Style... styles) {
        now = FixedStyles.of(styles);
    }

    @Override
    public Optional<Style> find(StyleName name) {
        return now.find(name);
    }

    @Override
    public List<Style> all() {
        return now.all();
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
        return now.leftOut();
    }
}
