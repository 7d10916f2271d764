package io.imagehandler.request;

import io.imagehandler.failure.InvalidArgument;
import io.imagehandler.rendition.OriginalKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands in a URL, taken apart and decoded, before anything is made of its instruction. This
/// is what a signature is made and verified of; [#understood] then says what it means.
///
/// @param original the key
/// @param instruction the text that says what shall become of it: `image/...` or `style/<name>`, as
///   it was given, the short form spelled out; empty if nothing is asked. Visible ASCII.
/// @param signature the value of `x-sig`; empty if it is not given
/// @param expiry the value of `x-exp`; empty if it is not given
public record RawRequest(
        OriginalKey original, String instruction, String signature, String expiry) {

    /// Takes a raw path and query apart, both as received and still percent-encoded. Linear in
    /// their length.
    ///
    /// @param path with its leading `/`
    /// @param query without the `?`; empty if there is none
    /// @throws InvalidArgument if they are malformed or hold more than one instruction
    /// @throws io.imagehandler.failure.NoSuchOriginal if the path is in the place of renditions
    public static RawRequest parse(String path, String query) {
        var styled = StyledPath.of(path);
        var original = OriginalKey.of(PercentCode.decode(styled.rawKey(), "path"));
        var parameters = Parameters.parse(query);
        List<String> instructions =
                Stream.of(
                                styled.instruction(),
                                Instruction.ofProcess(parameters.process()),
                                Instruction.ofShortForm(parameters.shortForm()))
                        .flatMap(Optional::stream)
                        .toList();
        if (instructions.size() > 1) {
            throw new InvalidArgument(
                    "query", query, "one processing instruction", "is not the only instruction");
        }
        return new RawRequest(
                original,
                String.join("", instructions),
                parameters.signature(),
                parameters.expiry());
    }

    /// The kind that it is of, going by how its instruction begins.
    public RequestKind kind() {
        if (instruction.isEmpty()) {
            return RequestKind.ORIGINALS;
        }
        return Instruction.isOfStyle(instruction) ? RequestKind.STYLES : RequestKind.AD_HOC;
    }

    /// What it asks for.
    ///
    /// @throws InvalidArgument if the instruction is not of the language
    public ImageRequest understood() {
        return new ImageRequest(original, Instruction.asked(instruction));
    }
}
