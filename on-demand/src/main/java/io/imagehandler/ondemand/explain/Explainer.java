package io.imagehandler.ondemand.explain;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.failure.AccessRefused;
import io.imagehandler.failure.ImageFailure;
import io.imagehandler.failure.NoSuchOriginal;
import io.imagehandler.ondemand.admission.ServiceFailure;
import io.imagehandler.ondemand.explain.Explanation.Stored;
import io.imagehandler.ondemand.explain.Explanation.Uploaded;
import io.imagehandler.ondemand.http.Refusal;
import io.imagehandler.ondemand.picture.Pictures;
import io.imagehandler.ondemand.picture.Target;
import io.imagehandler.ondemand.picture.Targets;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.Originals;
import io.imagehandler.rendition.Prepared;
import io.imagehandler.rendition.Prepared.Known;
import io.imagehandler.rendition.Prepared.Work;
import io.imagehandler.rendition.Renderer;
import io.imagehandler.rendition.RenditionKey.AdHoc;
import io.imagehandler.rendition.RenditionKey.OfQuery;
import io.imagehandler.rendition.RenditionKey.OfStyle;
import io.imagehandler.rendition.Renditions;
import io.imagehandler.rendition.StoredOriginal;
import io.imagehandler.signature.Verdict;
import io.imagehandler.style.StylesNotLoaded;
import io.imagehandler.transformation.TransformationGrammar;
import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkException;

/// Goes the way of a request up to the point where something would be decoded, writing down what it
/// finds. What it reads is bounded as for any request, and takes the place of one.
///
/// @param targets what a URL is after
/// @param unverified the same, whoever asks
/// @param originals where the original is
/// @param renditions where the rendition may be
/// @param renderer what would be made
/// @param pictures reads and plans
record Explainer(
        Targets targets,
        Targets unverified,
        Originals originals,
        Renditions renditions,
        Renderer renderer,
        Pictures pictures) {

    /// @param path raw, with its leading `/`
    /// @param query raw; empty if there is none
    Explanation explain(String path, String query, String accept) {
        var draft = new Draft();
        try {
            explain(find(path, query, accept, draft), draft);
        } catch (ImageFailure | ServiceFailure | SdkException | StylesNotLoaded failure) {
            draft.fails(Refusal.of(failure));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            draft.fails(Refusal.of(ServiceFailure.overloaded()));
        }
        return draft.finished();
    }

    /// What it is after, also where it may not be asked for: operators may know.
    private Target find(String path, String query, String accept, Draft draft) {
        targets.verdict(path, query).ifPresent(verdict -> draft.isSigned(word(verdict)));
        try {
            return targets.find(path, query, accept).target();
        } catch (AccessRefused refused) {
            draft.fails(Refusal.of(refused));
            return unverified.find(path, query, accept).target();
        }
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Free _ -> "free";
            case Verdict.Signed _ -> "signed";
            case Verdict.Invalid _ -> "invalid";
            case Verdict.Expired _ -> "expired";
            case Verdict.Forbidden _ -> "forbidden";
        };
    }

    private void explain(Target target, Draft draft) throws InterruptedException {
        switch (target) {
            case Target.Stored(OriginalKey key) -> {
                draft.asks("original", key.value(), "originals");
                upload(key, draft);
            }
            case Target.Asked(OriginalKey key, var question) -> {
                draft.asks("query", key.value(), "on-demand");
                draft.means(TransformationGrammar.canonical(question));
                upload(key, draft);
            }
            case Target.Made made -> explain(made, draft);
        }
    }

    private void explain(Target.Made target, Draft draft) throws InterruptedException {
        var wanted = target.wanted();
        String kind =
                switch (wanted.key()) {
                    case OfStyle of -> {
                        draft.names(of.style().value());
                        yield "style";
                    }
                    case AdHoc _, OfQuery _ -> "ad-hoc";
                };
        draft.asks(kind, target.original().value(), "on-demand");
        draft.means(TransformationGrammar.canonical(wanted.transformation()));
        String path = wanted.key().path();
        draft.belongsAt(path);
        var found = renditions.find(path);
        StoredOriginal original = upload(target.original(), draft);
        found.ifPresent(rendition -> {
            boolean current =
                    rendition.provenance().equals(renderer.provenance(original.tag(), wanted));
            draft.found(
                    new Stored(
                            rendition.tag().value(),
                            current,
                            rendition.mediaType(),
                            rendition.length()));
        });
        plan(pictures.examined(target), original, draft);
    }

    private StoredOriginal upload(OriginalKey key, Draft draft) {
        StoredOriginal original =
                originals
                        .find(key)
                        .orElseThrow(() -> new NoSuchOriginal("there is no such original"));
        draft.isMadeOf(new Uploaded(original.tag().value(), original.length(), null, null, null));
        return original;
    }

    private static void plan(Prepared<?> prepared, StoredOriginal original, Draft draft) {
        ImageFacts facts = prepared.source();
        draft.isMadeOf(
                new Uploaded(
                        original.tag().value(),
                        original.length(),
                        facts.format().name().toLowerCase(Locale.ROOT),
                        facts.size().toString(),
                        facts.frames()));
        switch (prepared) {
            case Known<?> _ -> {}
            case Work<?> work ->
                    work.plans().stream()
                            .findFirst()
                            .ifPresent(plan -> draft.isPlanned(Sketch.of(work, plan)));
        }
    }
}
