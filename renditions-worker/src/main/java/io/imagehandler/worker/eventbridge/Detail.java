package io.imagehandler.worker.eventbridge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.imagehandler.rendition.EntityTag;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.rendition.convergence.Manifest;
import io.imagehandler.rendition.convergence.ReadyRendition;
import io.imagehandler.rendition.convergence.Rejection;
import io.imagehandler.rendition.convergence.ViewerUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What an event says; see `docs/events.md`. Spelt as in the manifest.
sealed interface Detail {

    JsonMapper JSON = JsonMapper.builder().build();

    /// What kind of event it is, for rules to go by.
    String type();

    /// Every rendition is there that can be made.
    ///
    /// @param renditions null if they are too many for an event
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ready(
            String bucket,
            String original,
            String etag,
            String manifest,
            @Nullable List<Rendition> renditions)
            implements Detail {

        static Ready of(
                String bucket, OriginalKey key, EntityTag etag, List<ReadyRendition> renditions) {
            return new Ready(
                    bucket,
                    ViewerUrl.of(key),
                    etag.value(),
                    "/" + ViewerUrl.encode(Manifest.path(key)),
                    renditions.stream().map(one -> Rendition.of(key, one)).toList());
        }

        /// The same without the list.
        Ready shortened() {
            return new Ready(bucket, original, etag, manifest, null);
        }

        @Override
        public String type() {
            return "renditions.ready";
        }
    }

    /// Nothing can be made of the original.
    record Failed(String bucket, String original, String etag, String reason, String detail)
            implements Detail {

        static Failed of(String bucket, OriginalKey key, EntityTag etag, Rejection rejection) {
            return new Failed(
                    bucket,
                    ViewerUrl.of(key),
                    etag.value(),
                    rejection.reason(),
                    rejection.detail());
        }

        @Override
        public String type() {
            return "renditions.failed";
        }
    }

    /// One of them.
    record Rendition(
            String style,
            @JsonProperty("class") String accepts,
            String url,
            String path,
            int width,
            int height,
            String format,
            long bytes) {

        private static Rendition of(OriginalKey key, ReadyRendition one) {
            return new Rendition(
                    one.style().toString(),
                    one.accepts().word(),
                    ViewerUrl.of(key, one.style()),
                    "/" + ViewerUrl.encode(one.path()),
                    one.size().width(),
                    one.size().height(),
                    one.mediaType(),
                    one.bytes());
        }
    }

    /// Its JSON.
    default String json() {
        return JSON.writeValueAsString(this);
    }
}
