package io.imagehandler.request;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.rendition.OriginalKey;
import io.imagehandler.style.StyleName;
import io.imagehandler.transformation.Query;
import io.imagehandler.transformation.Transformation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a URL asks for.
///
/// @param original the key
/// @param asked what shall become of it
public record ImageRequest(OriginalKey original, Asked asked) {

    /// What shall become of an original.
    public sealed interface Asked {
        /// The stored bytes as they are.
        record Unchanged() implements Asked {}

        /// A style by its name.
        record ByStyle(StyleName style) implements Asked {}

        /// A transformation by its text.
        record ByText(Transformation transformation) implements Asked {}

        /// An answer about the stored file.
        record ByQuery(Query query) implements Asked {}
    }

    /// What a raw path and query ask for, both as received and still percent-encoded. Linear in
    /// their length.
    ///
    /// @param path with its leading `/`
    /// @param query without the `?`; empty if there is none
    /// @throws InvalidArgument if they are not of the language
    /// @throws io.imagehandler.failure.NoSuchOriginal if the path is in the place of renditions
    public static ImageRequest parse(String path, String query) {
        var styled = StyledPath.of(path);
        var original = OriginalKey.of(PercentCode.decode(styled.rawKey(), "path"));
        var parameters = Parameters.parse(query);
        List<Asked> asked =
                Stream.of(
                                styled.asked(),
                                Instruction.ofProcess(parameters.process()),
                                Instruction.ofShortForm(parameters.shortForm()))
                        .flatMap(Optional::stream)
                        .toList();
        if (asked.size() > 1) {
            throw new InvalidArgument(
                    "query", query, "one processing instruction", "is not the only instruction");
        }
        return new ImageRequest(
                original, asked.isEmpty() ? new Asked.Unchanged() : asked.getFirst());
    }
}
