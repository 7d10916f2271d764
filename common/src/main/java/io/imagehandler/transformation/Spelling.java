package io.imagehandler.transformation;

import java.util.SortedMap;
import java.util.TreeMap;

/// The canonical text of one operation while it is put together: parameters in byte order of their
/// names, those at their default left out.
final class Spelling {

    private final String head;
    private final SortedMap<String, Object> arguments = new TreeMap<>();

    /// An operation with named parameters.
    Spelling(String action) {
        this.head = action;
    }

    /// An operation whose value stands alone.
    Spelling(String action, Object value) {
        this.head = action + "," + value;
    }

    Spelling with(String parameter, Object value) {
        arguments.put(parameter, value);
        return this;
    }

    /// Leaves the parameter out if `value` is `preset`.
    Spelling with(String parameter, Object value, Object preset) {
        return value.equals(preset) ? this : with(parameter, value);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(head);
        arguments.forEach(
                (parameter, value) -> text.append(',').append(parameter).append('_').append(value));
        return text.toString();
    }
}
