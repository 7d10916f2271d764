package io.imagehandler.local.chaos.proxy;

import io.imagehandler.local.chaos.http.Head;
import java.util.function.Predicate;

/// A request as it is told apart and counted.
///
/// @param method `GET` and the like
/// @param path without its query
/// @param action of a service whose calls are told apart by it, as those of SQS and DynamoDB are;
///   empty for others
public record Call(String method, String path, String action) {

    static Call of(Head request) {
        var words = request.first().split(" ", 3);
        var target = request.field("X-Amz-Target").orElse("");
        return new Call(
                words[0], words[1].split("\\?", 2)[0], target.substring(target.indexOf('.') + 1));
    }

    /// Calls of that method whose path begins so.
    public static Predicate<Call> to(String method, String prefix) {
        return call -> call.method().equals(method) && call.path().startsWith(prefix);
    }

    /// Calls of that action, of one thing or of many at once.
    public static Predicate<Call> action(String name) {
        return call -> call.action().equals(name) || call.action().equals(name + "Batch");
    }

    /// Every call.
    public static Predicate<Call> any() {
        return _ -> true;
    }
}
