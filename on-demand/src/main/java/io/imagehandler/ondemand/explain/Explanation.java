package io.imagehandler.ondemand.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.imagehandler.ondemand.http.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the service would do with a URL, as far as it gets. What does not apply, or is not known
/// because of [#error], is left out.
///
/// @param signature what it is worth: `free` (none is needed), `signed`, `invalid`, `expired` or
///   `forbidden`; left out where the edge asks
/// @param kind `original`, `style`, `ad-hoc` or `query`
/// @param key of the original, as S3 has it
/// @param style its name
/// @param canonical the one spelling of what is asked
/// @param storedKey where the rendition belongs in the derived bucket
/// @param answeredBy whom the edge would have the answer from: `originals` or `derived`, the
///   buckets, or `on-demand`
/// @param stored what is stored there now
/// @param original what is uploaded now
/// @param plan what rendering it now would do
/// @param error what the service itself would answer instead of a picture
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(
        @Nullable String signature,
        @Nullable String kind,
        @Nullable String key,
        @Nullable String style,
        @Nullable String canonical,
        @Nullable String storedKey,
        @Nullable String answeredBy,
        @Nullable Stored stored,
        @Nullable Uploaded original,
        @Nullable Planned plan,
        @Nullable Refusal error) {

    /// @param current whether it is what would be made now: of this original, by this engine and
    ///   style
    public record Stored(String etag, boolean current, String mediaType, long bytes) {}

    /// @param bytes of the file
    /// @param format, size and frames by its bytes; left out if they were not looked at
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Uploaded(
            String etag,
            long bytes,
            @Nullable String format,
            @Nullable String size,
            @Nullable Integer frames) {}

    /// @param steps each with the size of the picture behind it
    /// @param size of one frame of the result
    /// @param quality 1 to 100, where the format has one
    /// @param memoryMiB the estimate of all that rendering it holds at a time
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Planned(
            List<String> steps,
            String size,
            int frames,
            String format,
            @Nullable Integer quality,
            long memoryMiB) {

        public Planned {
            steps = List.copyOf(steps);
        }
    }
}
