package io.imagehandler.transformation;

import java.util.ArrayList;
import java.util.List;

/// What stands between separators.
final class Pieces {

    private Pieces() {}

    /// The pieces of `text` that are not empty, in their order.
    static List<String> of(String text, char separator) {
        var pieces = new ArrayList<String>();
        int start = 0;
        while (start < text.length()) {
            int found = text.indexOf(separator, start);
            int end = found < 0 ? text.length() : found;
            if (end > start) {
                pieces.add(text.substring(start, end));
            }
            start = end + 1;
        }
        return pieces;
    }

    /// What stands before the first separator, or all of `text`.
    static String first(String text, char separator) {
        int found = text.indexOf(separator);
        return found < 0 ? text : text.substring(0, found);
    }
}
