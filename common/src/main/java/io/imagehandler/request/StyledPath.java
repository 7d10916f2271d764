package io.imagehandler.request;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.style.StyleName;
import java.util.Optional;

/// A raw path, split where the name of a style begins: `/<key>@!<name>` or `/<key>!<name>`.
///
/// @param rawKey the key, still percent-encoded
/// @param style the style's name; empty if the path names none
record StyledPath(String rawKey, String style) {

    /// Without a name of a style at its end, or without a key before it, `!` belongs to the key.
    ///
    /// @throws InvalidArgument if `path` has no leading `/`
    static StyledPath of(String path) {
        if (!path.startsWith("/")) {
            throw new InvalidArgument("path", path, "a leading '/'", "is not absolute");
        }
        String raw = path.substring(1);
        int mark = raw.lastIndexOf('!');
        int end = mark > 0 && raw.charAt(mark - 1) == '@' ? mark - 1 : mark;
        String style = raw.substring(mark + 1);
        return end > 0 && StyleName.isName(style)
                ? new StyledPath(raw.substring(0, end), style)
                : new StyledPath(raw, "");
    }

    /// What the path asks for; nothing if it names no style.
    Optional<String> instruction() {
        return style.isEmpty() ? Optional.empty() : Optional.of(Instruction.ofStyle(style));
    }
}
