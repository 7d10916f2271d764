package io.imagehandler.style;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Where operators write styles. What is written is a style: a text that is not of the language
/// cannot become one, so that it is refused here and not found by the services.
public interface StyleBook {

    /// All that is kept, in the order of the names, whether it is a style or not.
    List<Entry> entries();

    /// Puts what `change` makes of the style that is there now, or of nothing if there is none.
    ///
    /// @return what was put there
    /// @throws StyleChanged if somebody else changed it meanwhile; nothing was written then
    Style put(StyleName name, Function<Optional<Style>, Style> change);

    /// Removes what is kept under the name, be it a style or not.
    ///
    /// @return whether there was something
    boolean remove(String name);

    /// What is kept under one name.
    sealed interface Entry {

        /// As it is kept; not necessarily of the language.
        String name();
    }

    /// A style.
    record Kept(Style style) implements Entry {
        @Override
        public String name() {
            return style.name().value();
        }
    }

    /// What the services leave out.
    ///
    /// @param reason why it is no style, in one sentence
    record Wrong(String name, String reason) implements Entry {}
}
