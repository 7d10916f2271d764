package io.imagehandler.ondemand.picture;

import io.imagehandler.ondemand.observation.RequestRecord;
import io.imagehandler.ondemand.observation.RequestRecord.Kind;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.RenditionKey.AdHoc;
import io.imagehandler.rendition.RenditionKey.OfQuery;
import io.imagehandler.rendition.RenditionKey.OfStyle;
import io.imagehandler.rendition.WantedRendition;
import io.imagehandler.transformation.Query;
import io.imagehandler.transformation.TransformationGrammar;

/// What a request is after.
public sealed interface Target {

    /// The original as it is stored.
    record Stored(OriginalKey key) implements Target {}

    /// An answer about the original.
    record Asked(OriginalKey original, Query query) implements Target {}

    /// A rendition.
    record Made(OriginalKey original, WantedRendition wanted) implements Target {}

    /// Writes it down.
    default void tell(RequestRecord record) {
        switch (this) {
            case Stored(OriginalKey key) -> record.asked(Kind.ORIGINAL, key, "");
            case Asked(OriginalKey key, Query query) ->
                    record.asked(Kind.QUERY, key, TransformationGrammar.canonical(query));
            case Made(OriginalKey key, WantedRendition wanted) -> {
                switch (wanted.key()) {
                    case OfStyle style -> record.asked(Kind.STYLE, key, style.style().value());
                    case AdHoc _, OfQuery _ ->
                            record.asked(
                                    Kind.AD_HOC,
                                    key,
                                    TransformationGrammar.canonical(wanted.transformation()));
                }
            }
        }
    }
}
