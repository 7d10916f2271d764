package io.imagehandler.transformation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What of a client's `Accept` header matters: the best format that it names with q > 0. Wildcards
/// do not count.
public enum AcceptClass {
    /// Neither AVIF nor WebP.
    NONE,
    WEBP,
    AVIF;

    private static final Set<OutputFormat> NEGOTIABLE =
            EnumSet.of(OutputFormat.AVIF, OutputFormat.WEBP);

    /// The class of a header's value, which may be any text; empty if there is no such header.
    public static AcceptClass of(String header) {
        return of(header, NEGOTIABLE);
    }

    /// The class of a header's value if only some formats are on offer.
    public static AcceptClass of(String header, Set<OutputFormat> offered) {
        List<String> ranges = Pieces.of(Ascii.lowerCase(header), ',');
        if (accepts(ranges, OutputFormat.AVIF, offered)) {
            return AVIF;
        }
        return accepts(ranges, OutputFormat.WEBP, offered) ? WEBP : NONE;
    }

    /// The class of a [#word].
    public static Optional<AcceptClass> ofWord(String word) {
        return switch (word) {
            case "avif" -> Optional.of(AVIF);
            case "webp" -> Optional.of(WEBP);
            default -> Optional.empty();
        };
    }

    /// `avif`, `webp`, or nothing at all.
    public String word() {
        return switch (this) {
            case NONE -> "";
            case WEBP -> OutputFormat.WEBP.word();
            case AVIF -> OutputFormat.AVIF.word();
        };
    }

    private static boolean accepts(
            List<String> ranges, OutputFormat format, Set<OutputFormat> offered) {
        return offered.contains(format)
                && ranges.stream().anyMatch(range -> names(range, format.mediaType()));
    }

    private static boolean names(String range, String mediaType) {
        int end = endOfPart(range, 0);
        if (!range.substring(0, end).strip().equals(mediaType)) {
            return false;
        }
        while (end < range.length()) {
            int start = end + 1;
            end = endOfPart(range, start);
            if (isRefusal(range.substring(start, end).strip())) {
                return false;
            }
        }
        return true;
    }

    private static int endOfPart(String range, int start) {
        int end = range.indexOf(';', start);
        return end < 0 ? range.length() : end;
    }

    /// A weight of zero, or of nothing.
    private static boolean isRefusal(String parameter) {
        return parameter.startsWith("q=")
                && parameter.chars().skip(2).allMatch(c -> c == '0' || c == '.');
    }
}
