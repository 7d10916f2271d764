package io.imagehandler.worker.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.upkeep.CountedListing;
import io.imagehandler.rendition.upkeep.Listing.Listed;
import io.imagehandler.rendition.upkeep.Listings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SideBySideTest {

    private static final String[] PARTS = {"a", "b", "a.b", "a-", "a b", "ü", "\uFFFD", "😀", "z"};

    @Test
    void bringsTogetherWhatBelongsToAKey() {
        var both =
                both(
                        List.of("a", "a.b", "a/b", "c"),
                        List.of(
                                "_r/m/a",
                                "_r/m/a.b",
                                "_r/m/a/b",
                                "_r/s/a.b/thumb",
                                "_r/s/a/b/card",
                                "_r/s/a/b/thumb",
                                "_r/s/a/thumb",
                                "_r/s/gone/thumb",
                                "_r/x/a/b/resize,w_1",
                                "_r/x/gone/resize,w_1"));

        assertThat(told(both.next(100)))
                .containsExactlyInAnyOrder(
                        "a: [_r/m/a, _r/s/a/thumb]",
                        "a.b: [_r/m/a.b, _r/s/a.b/thumb]",
                        "a/b: [_r/m/a/b, _r/s/a/b/card, _r/s/a/b/thumb, _r/x/a/b/resize,w_1]",
                        "c: []",
                        "no gone: [_r/s/gone/thumb, _r/x/gone/resize,w_1]");
        assertThat(both.isEnded()).isTrue();
    }

    /// Keys that are the beginnings of others are where the orders of the lists differ.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsTheSameAsWhoLooksEverythingUp(int seed) {
        var random = new Random(seed);
        var originals = new TreeSet<String>();
        var derived = new TreeSet<String>();
        for (int i = 0; i < 3_000; i++) {
            String key = key(random);
            if (random.nextInt(8) > 0) {
                originals.add(key);
            }
            for (String kind : List.of("s/", "s/", "x/")) {
                derived.add("_r/" + kind + key + "/v" + random.nextInt(3));
            }
            derived.add("_r/m/" + key);
        }

        assertThat(merged(all(both(originals, derived), 100)))
                .isEqualTo(lookedUp(originals, derived));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13, 14})
    void goesOnWhereAnotherHasStopped(int seed) {
        var random = new Random(seed);
        var originals = new TreeSet<String>();
        var derived = new TreeSet<String>();
        for (int i = 0; i < 2_500; i++) {
            String key = key(random);
            originals.add(key);
            derived.add("_r/s/" + key + "/v");
            derived.add("_r/m/" + key);
        }
        var subjects = new ArrayList<Subject>();
        var unmarked = new ArrayList<Subject>();
        var position = Position.BEGINNING;
        int stops = 0;
        for (SideBySide both = both(originals, derived); !both.isEnded(); ) {
            unmarked.addAll(both.next(20));
            Optional<Position> next = both.position();
            if (next.isPresent() && !both.isEnded()) {
                subjects.addAll(unmarked);
                unmarked.clear();
                position = Position.parse(next.get().toString());
                stops++;
                both = new SideBySide(listings(originals, derived), "", position);
            }
        }
        subjects.addAll(unmarked);

        assertThat(merged(subjects)).isEqualTo(lookedUp(originals, derived));
        assertThat(subjects).hasSameSizeAs(originals);
        assertThat(stops).isGreaterThan(5);
    }

    private static String key(Random random) {
        return Stream.generate(() -> PARTS[random.nextInt(PARTS.length)])
                .limit(1 + random.nextInt(4))
                .collect(Collectors.joining(random.nextInt(3) == 0 ? "" : "/"));
    }

    private static List<Subject> all(SideBySide both, int atLeast) {
        var subjects = new ArrayList<Subject>();
        while (!both.isEnded()) {
            subjects.addAll(both.next(atLeast));
        }
        return subjects;
    }

    /// An orphan may come in pieces.
    private static Map<String, Set<String>> merged(List<Subject> subjects) {
        var merged = new TreeMap<String, Set<String>>();
        subjects.forEach(one ->
                merged.computeIfAbsent(name(one), _ -> new TreeSet<>())
                        .addAll(one.derived().keySet()));
        return merged;
    }

    private static Map<String, Set<String>> lookedUp(
            Collection<String> originals, Collection<String> derived) {
        var merged = new TreeMap<String, Set<String>>();
        originals.forEach(key -> merged.put(key, new TreeSet<>()));
        for (String path : derived) {
            String rest = path.substring("_r/s/".length());
            String key = path.startsWith("_r/m/") ? rest : rest.substring(0, rest.lastIndexOf('/'));
            String name = originals.contains(key) ? key : "no " + key;
            merged.computeIfAbsent(name, _ -> new TreeSet<>()).add(path);
        }
        return merged;
    }

    private static String name(Subject subject) {
        return (subject.original() == null ? "no " : "") + subject.key();
    }

    private static List<String> told(List<Subject> subjects) {
        return merged(subjects).entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue())
                .toList();
    }

    private static SideBySide both(Collection<String> originals, Collection<String> derived) {
        return new SideBySide(listings(originals, derived), "", Position.BEGINNING);
    }

    private static Listings listings(Collection<String> originals, Collection<String> derived) {
        return new Listings(listing(originals), listing(derived));
    }

    private static CountedListing listing(Collection<String> keys) {
        return new CountedListing(() ->
                keys.stream()
                        .map(key -> new Listed(key, new EntityTag("e"), Instant.EPOCH, 1))
                        .toList());
    }
}
