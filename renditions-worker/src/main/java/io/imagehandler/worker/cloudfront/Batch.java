package io.imagehandler.worker.cloudfront;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is invalidated in one request.
///
/// @param keys the paths of each key
record Batch(List<Set<String>> keys) {

    /// As many paths of a key are worth a wildcard: CloudFront charges for each path, and for a
    /// wildcard as for one.
    private static final int WORTH = 3;

    /// Every path by itself.
    List<String> exact() {
        return keys.stream().flatMap(Set::stream).distinct().toList();
    }

    /// With wildcards in the place of the paths of a key that begin alike: its renditions
    /// (`/_r/s/<key>/*`) and what viewers ask for (`/<key>@!*`). They may match a little more, of
    /// keys that go on behind this one, which costs a fetch and nothing else.
    ///
    /// @param most how many wildcards, those that stand for the most paths
    List<String> shortened(int most) {
        var alike = new ArrayList<Map.Entry<String, List<String>>>();
        keys.forEach(paths -> alike.addAll(byStem(paths).entrySet()));
        var paths = new LinkedHashSet<>(exact());
        alike.stream()
                .filter(group -> !group.getKey().isEmpty() && group.getValue().size() >= WORTH)
                .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
                .limit(most)
                .forEach(group -> {
                    group.getValue().forEach(paths::remove);
                    paths.add(group.getKey() + "*");
                });
        return List.copyOf(paths);
    }

    private static Map<String, List<String>> byStem(Set<String> paths) {
        var stems = new LinkedHashMap<String, List<String>>();
        paths.forEach(path -> stems.computeIfAbsent(stem(path), _ -> new ArrayList<>()).add(path));
        return stems;
    }

    /// What a wildcard may follow; empty where none may. Only the last `*` of a path is one, and
    /// what CloudFront makes of an earlier one is not said.
    private static String stem(String path) {
        int end = path.startsWith("/_r/") ? path.lastIndexOf('/') + 1 : path.lastIndexOf("@!") + 2;
        return end <= 1 || path.indexOf('*') >= 0 ? "" : path.substring(0, end);
    }
}
