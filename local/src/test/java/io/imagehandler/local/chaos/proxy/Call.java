package io.imagehandler.local.chaos.proxy;

import io.imagehandler.local.chaos.http.Head;
import java.util.function.Predicate;

/// A request as it is told apart and counted.
///
/// @param method `GET` and the like
/// @param path without its query
public record Call(String method, String path) {

    static Call of(Head request) {
        var words = request.first().split(" ", 3);
        return new Call(words[0], words[1].split("\\?", 2)[0]);
    }

    /// Calls of that method whose path begins so.
    public static Predicate<Call> to(String method, String prefix) {
        return call -> call.method().equals(method) && call.path().startsWith(prefix);
    }

    /// Every call.
    public static Predicate<Call> any() {
        return _ -> true;
    }
}
