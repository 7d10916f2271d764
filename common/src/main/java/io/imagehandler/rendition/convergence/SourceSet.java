package io.imagehandler.rendition.convergence;

import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.transformation.Size;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Styles that show the same picture in different widths, so that a browser may take any of them:
/// of the same proportions, in the same formats, and with the same done to them but for the size.
///
/// @param formats the media types in which each of them is there, of which `Accept` chooses
/// @param candidates the URL of each, by its width in pixels
public record SourceSet(List<String> formats, SortedMap<Integer, String> candidates) {

    public SourceSet {
        formats = List.copyOf(formats);
        candidates = new TreeMap<>(candidates);
    }

    /// The sets that can be made of these, the one with the widest picture first.
    static List<SourceSet> of(OriginalKey key, List<StyleGroup.Member> members) {
        return StyleGroup.of(members).stream().map(group -> of(key, group)).toList();
    }

    private static SourceSet of(OriginalKey key, StyleGroup group) {
        var candidates = new TreeMap<Integer, String>();
        for (StyleGroup.Member member : group.members()) {
            Size size = member.size();
            candidates.putIfAbsent(size.width(), ViewerUrl.of(key, member.style()));
        }
        return new SourceSet(group.formats(), candidates);
    }

    /// The value of the attribute `srcset`.
    public String value() {
        return candidates.entrySet().stream()
                .map(candidate -> candidate.getValue() + " " + candidate.getKey() + "w")
                .collect(Collectors.joining(", "));
    }

    String json() {
        String words =
                formats.stream().map(format -> '"' + format + '"').collect(Collectors.joining(","));
        return "{\"formats\":[%s],\"srcset\":\"%s\"}".formatted(words, value());
    }
}
