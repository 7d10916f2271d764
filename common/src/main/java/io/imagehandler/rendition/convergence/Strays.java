package io.imagehandler.rendition.convergence;

import io.imagehandler.failure.ImageFailure;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.Provenance;
import io.imagehandler.rendition.RenditionKey;
import io.imagehandler.rendition.RenditionKey.AdHoc;
import io.imagehandler.rendition.RenditionKey.OfQuery;
import io.imagehandler.rendition.RenditionKey.OfStyle;
import io.imagehandler.rendition.StoredRendition;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.style.Style;
import io.imagehandler.style.Styles;
import java.util.Optional;

/// Renditions of the right original that nobody would make any more as they are: of a style that is
/// gone or has another version by now; made on demand of a style that was changed; or made on
/// demand with a watermark whose picture is another one now.
record Strays(Styles styles, Darkroom darkroom) {

    /// Whether this one, of the original that carries `source`, is a stray. Eager ones that are
    /// wanted never are: a pass has made them right before.
    boolean contain(String path, StoredRendition found, EntityTag source) {
        return key(path).map(key -> isStray(key, found.provenance(), source)).orElse(false);
    }

    private boolean isStray(RenditionKey key, Provenance provenance, EntityTag source) {
        return switch (key) {
            case OfStyle ofStyle ->
                    styles.find(ofStyle.style())
                            .map(style ->
                                    !ofStyle.isOf(style)
                                            || isOutdated(ofStyle, style, provenance, source))
                            // A style that cannot be read is not gone.
                            .orElseGet(() -> styles.leftOut() == 0);
            case AdHoc adHoc -> {
                var wanted = new WantedRendition(adHoc, adHoc.transformation());
                yield !adHoc.transformation().marks().isEmpty()
                        && !provenance.equals(darkroom.provenance(source, wanted));
            }
            case OfQuery _ -> false;
        };
    }

    private boolean isOutdated(OfStyle key, Style style, Provenance provenance, EntityTag source) {
        if (style.isMadeFor(key.original().value())) {
            return false;
        }
        var wanted = WantedRendition.ofStyle(key.original(), style, key.accepts());
        return !provenance.equals(darkroom.provenance(source, wanted));
    }

    private static Optional<RenditionKey> key(String path) {
        try {
            return Optional.of(RenditionKey.parse(path));
        } catch (ImageFailure notOurs) {
            return Optional.empty();
        }
    }
}
