package io.imagehandler.rendition;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.rendition.Rendering.PassedOn;
import io.imagehandler.rendition.Rendering.Refused;
import io.imagehandler.rendition.Rendering.Rendered;
import io.imagehandler.style.Style;
import io.imagehandler.style.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Brings the renditions of one key in step with its original: every eager style is there, made of
/// the newest bytes, and nothing made of older ones is left.
///
/// An event is only a hint that it is time for this; what the stores say is the truth. Passes for
/// one key may run at the same time, be repeated, come late or die half-way: no write or removal
/// touches what the pass has not seen, and no pass ends before the original was found, after the
/// last of them, to be the one that they were made for.
///
/// Works on the thread that calls; safe for use by many threads.
public final class Convergence {

    /// After so many rounds the pass is given up for now.
    static final int MOST_ROUNDS = 5;

    private final Originals originals;
    private final Renditions renditions;
    private final Styles styles;
    private final Renderer renderer;
    private final long mostBytes;

    /// @param mostBytes the largest original that is read
    public Convergence(
            Originals originals,
            Renditions renditions,
            Styles styles,
            Renderer renderer,
            long mostBytes) {
        this.originals = originals;
        this.renditions = renditions;
        this.styles = styles;
        this.renderer = renderer;
        this.mostBytes = mostBytes;
    }

    /// What a pass came to.
    ///
    /// @param result what became of the eager renditions
    /// @param removed how many renditions of other originals were removed
    public record Outcome(Result result, int removed) {}

    /// What became of the eager renditions.
    public sealed interface Result {
        /// They are there, but for those that cannot be made of this original.
        ///
        /// @param rendered how many were made now
        record InStep(int rendered, List<Refused> refused) implements Result {
            public InStep {
                refused = List.copyOf(refused);
            }
        }

        /// None can be made of this original.
        record Rejected(ImageFailure reason) implements Result {}

        /// There is no original.
        record Gone() implements Result {}
    }

    /// Runs a pass.
    ///
    /// @throws StillChanging if it met a change in each of its rounds
    /// @throws io.imagehandler.style.StylesNotLoaded if no styles are known yet
    public Outcome converge(OriginalKey key) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Outcome> outcome = round(key);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new StillChanging(MOST_ROUNDS);
    }

    /// One round, or nothing if something changed meanwhile.
    private Optional<Outcome> round(OriginalKey key) {
        Optional<EntityTag> truth = originals.tag(key);
        Optional<Result> result =
                truth.isPresent() ? make(key, truth.get()) : Optional.of(new Result.Gone());
        if (result.isEmpty()) {
            return Optional.empty();
        }
        // Even if nothing was rendered: the pass that rendered may have died before its sweep.
        int removed =
                sweep(key, found -> truth.filter(found.provenance().source()::equals).isPresent());
        // After the sweep as well: a slow one may just have removed what another pass has made.
        boolean same = originals.tag(key).equals(truth);
        return same ? Optional.of(new Outcome(result.get(), removed)) : Optional.empty();
    }

    /// Makes what is missing, or nothing if something changed meanwhile.
    ///
    /// Between finding out what is missing and reading the original is the place of the attempt
    /// marker, which keeps other workers off and remembers what failed.
    private Optional<Result> make(OriginalKey key, EntityTag tag) {
        List<Missing> missing = missing(key, tag);
        if (missing.isEmpty()) {
            return Optional.of(new Result.InStep(0, List.of()));
        }
        try {
            Optional<Original> original = originals.read(key, tag, mostBytes);
            return original.isPresent()
                    ? render(key, original.get(), missing)
                    : Optional.<Result>empty();
        } catch (ImageFailure reason) {
            return Optional.of(new Result.Rejected(reason));
        }
    }

    private List<Missing> missing(OriginalKey key, EntityTag tag) {
        var missing = new ArrayList<Missing>();
        for (WantedRendition wanted : wanted(key)) {
            Optional<StoredRendition> found = renditions.find(wanted.key().path());
            Provenance current = renderer.provenance(tag, wanted);
            if (found.isEmpty()) {
                missing.add(new Missing.Absent(wanted, current));
            } else if (!found.get().provenance().equals(current)) {
                missing.add(new Missing.Outdated(wanted, current, found.get().tag()));
            }
        }
        return missing;
    }

    private List<WantedRendition> wanted(OriginalKey key) {
        return styles.all().stream()
                .filter(style -> style.isMadeFor(key.value()))
                .flatMap(style -> wanted(key, style))
                .toList();
    }

    /// None if their paths would be longer than the store allows: nobody can ask for those either.
    private static Stream<WantedRendition> wanted(OriginalKey key, Style style) {
        try {
            return style.classes().stream()
                    .map(accepts -> WantedRendition.ofStyle(key, style, accepts))
                    .toList()
                    .stream();
        } catch (InvalidArgument tooLong) {
            return Stream.empty();
        }
    }

    private Optional<Result> render(OriginalKey key, Original original, List<Missing> missing) {
        List<Rendering> renderings =
                renderer.render(original.bytes(), missing.stream().map(Missing::wanted).toList());
        var refused = new ArrayList<Refused>();
        int rendered = 0;
        for (Rendering rendering : renderings) {
            Missing one = Missing.of(rendering, missing);
            switch (rendering) {
                case Refused no -> refused.add(no);
                case PassedOn _ -> {
                    if (!one.clear(renditions)) {
                        return Optional.empty();
                    }
                }
                case Rendered yes -> {
                    if (!one.store(yes.image(), renditions)) {
                        return Optional.empty();
                    }
                    rendered++;
                }
            }
        }
        boolean same = originals.tag(key).equals(Optional.of(original.tag()));
        return same ? Optional.of(new Result.InStep(rendered, refused)) : Optional.empty();
    }

    private int sweep(OriginalKey key, Predicate<StoredRendition> stays) {
        int removed = 0;
        for (String path : renditions.pathsOf(key)) {
            Optional<StoredRendition> found = renditions.find(path);
            if (found.isPresent()
                    && !stays.test(found.get())
                    && renditions.remove(path, found.get().tag())) {
                removed++;
            }
        }
        return removed;
    }
}
