package io.imagehandler.engine.quarantine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The records that a sealed interface stands for, in an order that is the same in both processes:
/// they run the same classes.
final class Kinds {

    private static final ClassValue<List<Class<?>>> KINDS =
            new ClassValue<>() {
                @Override
                protected List<Class<?>> computeValue(Class<?> type) {
                    return leaves(type).toList();
                }
            };

    private Kinds() {}

    static List<Class<?>> of(Class<?> type) {
        return KINDS.get(type);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Kinds::leaves)
                : Stream.of(type);
    }
}
