package io.imagehandler.ondemand.picture;

import io.imagehandler.failure.NoSuchStyle;
import io.imagehandler.ondemand.observation.RequestRecord;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.RenditionKey.AdHoc;
import io.imagehandler.rendition.RenditionKey.OfQuery;
import io.imagehandler.rendition.RenditionKey.OfStyle;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.request.ImageRequest;
import io.imagehandler.request.ImageRequest.Asked.ByQuery;
import io.imagehandler.request.ImageRequest.Asked.ByStyle;
import io.imagehandler.request.ImageRequest.Asked.ByText;
import io.imagehandler.request.ImageRequest.Asked.Unchanged;
import io.imagehandler.request.PercentCode;
import io.imagehandler.request.RawRequest;
import io.imagehandler.signature.Verdict;
import io.imagehandler.signature.Verification;
import io.imagehandler.style.Style;
import io.imagehandler.style.StyleName;
import io.imagehandler.style.Styles;
import io.imagehandler.transformation.AcceptClass;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Finds out what a request is after: from the canonical path that the edge makes of it, or, where
/// there is no edge, from what the viewer asked himself. No store is asked.
public final class Targets {

    private static final String BEHIND_THE_EDGE = "/" + RenditionKey.RESERVED;

    private final Styles styles;
    private final Admittance admittance;

    /// @param verification of requests by viewers; the edge has verified what it asks for
    public Targets(Styles styles, Verification verification) {
        this.styles = styles;
        this.admittance = new Admittance(verification, InstantSource.system());
    }

    /// @param path raw, with its leading `/`
    /// @param query raw; empty if there is none
    /// @param accept the header's value; empty if there is none; of no account behind the edge,
    ///   which has put its class into the path
    /// @throws io.imagehandler.failure.InvalidArgument if they are not of the language
    /// @throws io.imagehandler.failure.NoSuchOriginal if the path can name no original
    /// @throws NoSuchStyle if there is no such style
    /// @throws io.imagehandler.failure.AccessRefused if it may not be asked for
    public Wanted find(String path, String query, String accept) {
        String decoded = PercentCode.decode(path, "path");
        Wanted wanted =
                decoded.startsWith(BEHIND_THE_EDGE)
                        ? new Wanted(canonical(RenditionKey.parse(decoded)), Wanted.UNBOUNDED)
                        : raw(RawRequest.parse(path, query), accept);
        wanted.target().tell(RequestRecord.current());
        return wanted;
    }

    /// What the signature of such a request is worth; nothing where the edge asks, which has
    /// verified it.
    ///
    /// @throws io.imagehandler.failure.InvalidArgument as [#find]
    /// @throws io.imagehandler.failure.NoSuchOriginal as [#find]
    public Optional<Verdict> verdict(String path, String query) {
        return PercentCode.decode(path, "path").startsWith(BEHIND_THE_EDGE)
                ? Optional.empty()
                : Optional.of(admittance.verdict(RawRequest.parse(path, query)));
    }

    private Wanted raw(RawRequest request, String accept) {
        Duration keepable = admittance.of(request);
        return new Wanted(understood(request.understood(), accept), keepable);
    }

    private Target canonical(RenditionKey key) {
        return switch (key) {
            // Of the style as it is now: if the edge knows another version, it is about to change.
            case OfStyle(OriginalKey original, StyleName style, int _, AcceptClass accepts) ->
                    ofStyle(original, style(style), accepts);
            case AdHoc(OriginalKey original, var transformation, var _) -> {
                admittance.requireNoOriginal(transformation);
                yield new Target.Made(original, new WantedRendition(key, transformation));
            }
            case OfQuery(OriginalKey original, var query) -> new Target.Asked(original, query);
        };
    }

    private Target understood(ImageRequest request, String accept) {
        OriginalKey original = request.original();
        return switch (request.asked()) {
            case Unchanged() -> new Target.Stored(original);
            case ByQuery(var query) -> new Target.Asked(original, query);
            case ByStyle(StyleName name) -> {
                Style style = style(name);
                yield ofStyle(original, style, style.accepts(accept));
            }
            case ByText(var transformation) -> {
                admittance.requireNoOriginal(transformation);
                yield new Target.Made(
                        original,
                        WantedRendition.adHoc(original, transformation, AcceptClass.of(accept)));
            }
        };
    }

    private static Target ofStyle(OriginalKey original, Style style, AcceptClass accepts) {
        return new Target.Made(original, WantedRendition.ofStyle(original, style, accepts));
    }

    private Style style(StyleName name) {
        return styles.find(name)
                .orElseThrow(() -> new NoSuchStyle("there is no style '" + name + "'"));
    }
}
