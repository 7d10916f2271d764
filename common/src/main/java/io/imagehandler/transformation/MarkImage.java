package io.imagehandler.transformation;

import java.util.List;

/// The picture of a watermark: the first frame of a stored one, upright, after some operations.
///
/// @param key where it is stored; keeps to [KeySyntax]
/// @param operations in their order, at most [#MOST_OPERATIONS]
public record MarkImage(String key, List<MarkOperation> operations) {

    /// The most operations in a nested text as received.
    public static final int MOST_OPERATIONS = 4;

    public MarkImage {
        String name = key;
        KeySyntax.problem(key)
                .ifPresent(problem -> {
                    throw new IllegalArgumentException("key '" + name + "' " + problem);
                });
        operations = List.copyOf(operations);
    }
}
