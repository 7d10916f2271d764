package io.imagehandler.worker.reconcile;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.RenditionKey.AdHoc;
import io.imagehandler.rendition.RenditionKey.OfQuery;
import io.imagehandler.rendition.RenditionKey.OfStyle;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.StoredRendition;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.rendition.convergence.Attempts;
import io.imagehandler.rendition.convergence.Darkroom;
import io.imagehandler.rendition.convergence.EagerRenditions;
import io.imagehandler.rendition.convergence.Manifest;
import io.imagehandler.rendition.upkeep.Listing.Listed;
import io.imagehandler.style.Style;
import io.imagehandler.style.StyleName;
import io.imagehandler.worker.upkeep.Keys;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says what is wrong with a key, by what the lists say of it. Only where these cannot tell is the
/// store asked for a single object: where a rendition is no younger than its original, where its
/// style was changed since the last time, and where one is missing that may be impossible. Safe for
/// use by many threads.
///
/// @param changed the styles whose recipe is another one than last time
/// @param since when the last time began; nothing is known of what was uploaded later
public record Judge(Evidence evidence, Set<StyleName> changed, Instant since) {

    /// What it goes by.
    public record Evidence(
            EagerRenditions eager, Renditions renditions, Attempts attempts, Darkroom darkroom) {}

    public Judge {
        changed = Set.copyOf(changed);
    }

    /// What is wrong, if anything is.
    Optional<Finding> of(Subject subject) {
        Optional<OriginalKey> key = key(subject);
        Set<Ailment> ailments = key.map(one -> of(one, subject)).orElse(Set.of());
        return ailments.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(key.orElseThrow(), ailments));
    }

    private static Optional<OriginalKey> key(Subject subject) {
        Listed original = subject.original();
        if (original != null) {
            return Keys.of(original);
        }
        try {
            return Optional.of(OriginalKey.of(subject.key()));
        } catch (ImageFailure unusable) {
            return Optional.empty();
        }
    }

    private Set<Ailment> of(OriginalKey key, Subject subject) {
        Listed original = subject.original();
        if (original == null) {
            return Set.of(Ailment.ORPHANED);
        }
        var ailments = EnumSet.noneOf(Ailment.class);
        List<WantedRendition> wanted = evidence.eager().of(key);
        if (isMissing(key, wanted, subject) && !isUnfit(key, original.tag())) {
            ailments.add(Ailment.MISSING);
        }
        subject.derived().values().stream()
                .filter(one -> !one.key().equals(Manifest.path(key)))
                .map(one -> ailment(one, original))
                .forEach(found -> found.ifPresent(ailments::add));
        return ailments;
    }

    private boolean isMissing(OriginalKey key, List<WantedRendition> wanted, Subject subject) {
        Set<String> there = subject.derived().keySet();
        long length = subject.original() == null ? 0 : subject.original().length();
        return wanted.stream()
                        .filter(one -> !isPassedOn(one, length))
                        .anyMatch(one -> !there.contains(one.key().path()))
                || (evidence.eager().hasManifest(key) && !there.contains(Manifest.path(key)));
    }

    private static boolean isPassedOn(WantedRendition wanted, long length) {
        return wanted.transformation().input().passesOn(length);
    }

    private boolean isUnfit(OriginalKey key, EntityTag tag) {
        return evidence.attempts().past(key, tag).rejection() != null;
    }

    private Optional<Ailment> ailment(Listed rendition, Listed original) {
        return switch (parsed(rendition.key())) {
            case OfStyle key ->
                    evidence.eager()
                            .styles()
                            .find(key.style())
                            .filter(key::isOf)
                            .map(style -> ailment(key, style, rendition, original))
                            .orElse(Optional.of(Ailment.STRAY));
            case AdHoc _ ->
                    isStale(rendition, original) ? Optional.of(Ailment.STALE) : Optional.empty();
            case OfQuery _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    private Optional<Ailment> ailment(OfStyle key, Style style, Listed rendition, Listed original) {
        boolean isStale =
                changed.contains(style.name())
                        ? isOfOtherRecipe(key, style, rendition, original)
                        : isStale(rendition, original);
        return isStale ? Optional.of(Ailment.STALE) : Optional.empty();
    }

    private boolean isOfOtherRecipe(OfStyle key, Style style, Listed rendition, Listed original) {
        var wanted = WantedRendition.ofStyle(key.original(), style, key.accepts());
        return made(rendition)
                .filter(it -> !it.equals(evidence.darkroom().provenance(original.tag(), wanted)))
                .isPresent();
    }

    private boolean isStale(Listed rendition, Listed original) {
        return mayBeOlder(rendition, original)
                && made(rendition).filter(it -> !it.source().equals(original.tag())).isPresent();
    }

    private Optional<Provenance> made(Listed rendition) {
        return evidence.renditions().find(rendition.key()).map(StoredRendition::provenance);
    }

    /// Whether the lists do not show that it was made after the upload. They have seconds only, so
    /// that of the same second nothing is known, but what an earlier time found out.
    private boolean mayBeOlder(Listed rendition, Listed original) {
        Instant made = rendition.written().truncatedTo(ChronoUnit.SECONDS);
        Instant uploaded = original.written().truncatedTo(ChronoUnit.SECONDS);
        return made.isBefore(uploaded)
                || (made.equals(uploaded)
                        && !uploaded.isBefore(since.truncatedTo(ChronoUnit.SECONDS)));
    }

    private static @Nullable RenditionKey parsed(String path) {
        try {
            return RenditionKey.parse(path);
        } catch (ImageFailure notOurs) {
            return null;
        }
    }
}
