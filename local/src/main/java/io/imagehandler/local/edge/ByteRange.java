package io.imagehandler.local.edge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a `Range` header asks for.
sealed interface ByteRange {

    /// One range; several, and other units, may be ignored and are.
    Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// Everything: there is no such header, or none that is understood.
    record Whole() implements ByteRange {}

    /// The bytes from one to another, both included.
    record Part(int from, int to) implements ByteRange {}

    /// Nothing that is there.
    record Beyond() implements ByteRange {}

    /// What the header asks for of so many bytes.
    static ByteRange parse(String header, int length) {
        Matcher range = ONE.matcher(header);
        if (!range.matches() || range.group().equals("bytes=-")) {
            return new Whole();
        }
        if (range.group(1).isEmpty()) {
            long suffix = Math.min(Long.parseLong(range.group(2)), length);
            return suffix == 0 ? new Beyond() : new Part((int) (length - suffix), length - 1);
        }
        long from = Long.parseLong(range.group(1));
        long to =
                range.group(2).isEmpty()
                        ? length - 1L
                        : Math.min(Long.parseLong(range.group(2)), length - 1L);
        if (!range.group(2).isEmpty() && Long.parseLong(range.group(2)) < from) {
            return new Whole();
        }
        return from >= length ? new Beyond() : new Part((int) from, (int) to);
    }
}
