package io.imagehandler.transformation;

import java.util.List;

/// An ordered list of operations and what the output shall be.
///
/// Made by the grammar alone; two requests that mean the same have equal transformations.
///
/// @param operations in the order in which they are done
/// @param output what was asked of the output, and of how the input is read
public record Transformation(List<Operation> operations, Output output) {

    public Transformation {
        operations = List.copyOf(operations);
    }
}
