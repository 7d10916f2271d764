package io.imagehandler.transformation;

import java.util.List;
import java.util.stream.Stream;

/// An ordered list of operations, how the source is read and what the output shall be.
///
/// Made by the grammar alone; two requests that mean the same have equal transformations.
///
/// @param operations in the order in which they are done
/// @param input what was asked of how the source is read
/// @param output what was asked of the output
public record Transformation(List<Operation> operations, Input input, Output output)
        implements Processing {

    /// Encodes the picture anew and does nothing else.
    static final Transformation NOTHING =
            new Transformation(List.of(), Input.DEFAULT, Output.DEFAULT);

    public Transformation {
        operations = List.copyOf(operations);
    }

    /// The same with other operations.
    Transformation with(List<Operation> others) {
        return new Transformation(others, input, output);
    }

    /// The same with another input.
    Transformation with(Input other) {
        return new Transformation(operations, other, output);
    }

    /// The same with another output.
    public Transformation with(Output other) {
        return new Transformation(operations, input, other);
    }

    /// The keys of the pictures that watermarks need, each once. They keep to [KeySyntax]; whether
    /// anything is stored there is another matter.
    public List<String> marks() {
        return operations.stream()
                .flatMap(operation ->
                        operation instanceof Watermark watermark
                                ? watermark.content().images().stream()
                                : Stream.of())
                .map(MarkImage::key)
                .distinct()
                .toList();
    }
}
