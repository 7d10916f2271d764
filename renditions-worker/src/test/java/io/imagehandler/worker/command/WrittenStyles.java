package io.imagehandler.worker.command;

import io.imagehandler.style.Style;
import io.imagehandler.style.StyleBook;
import io.imagehandler.style.StyleChanged;
import io.imagehandler.style.StyleName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Styles in memory. Somebody else can be made to change one at the wrong moment.
final class WrittenStyles implements StyleBook {

    private final Map<String, Entry> entries = new TreeMap<>();
    private boolean changing;

    void keep(Entry entry) {
        entries.put(entry.name(), entry);
    }

    void changeMeanwhile() {
        changing = true;
    }

    @Override
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    @Override
    public Style put(StyleName name, Function<Optional<Style>, Style> change) {
        Optional<Style> before =
                entries.get(name.value()) instanceof Kept(Style style)
                        ? Optional.of(style)
                        : Optional.empty();
        Style style = change.apply(before);
        if (changing) {
            throw new StyleChanged(name);
        }
        keep(new Kept(style));
        return style;
    }

    @Override
    public boolean remove(String name) {
        return entries.remove(name) != null;
    }
}
