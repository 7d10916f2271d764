package io.imagehandler.worker.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Where the listings that are read side by side have come to.
///
/// @param after the last key that was taken of each; none at the beginning
record Position(List<String> after) {

    static final Position BEGINNING = new Position(List.of());

    Position {
        after = List.copyOf(after);
    }

    /// As [#toString] has written it; empty: the beginning.
    static Position parse(String text) {
        return text.isEmpty()
                ? BEGINNING
                : new Position(
                        Arrays.stream(text.split(" ", -1))
                                .map(key -> URLDecoder.decode(key, UTF_8))
                                .toList());
    }

    /// The last key of that side; empty: it is at its beginning.
    String after(int side) {
        return side < after.size() ? after.get(side) : "";
    }

    @Override
    public String toString() {
        return after.stream()
                .map(key -> URLEncoder.encode(key, UTF_8))
                .collect(Collectors.joining(" "));
    }
}
