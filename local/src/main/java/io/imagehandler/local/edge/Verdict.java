package io.imagehandler.local.edge;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the function makes of a request.
sealed interface Verdict {

    /// The request goes on under another path.
    ///
    /// @param path percent-encoded; what the answer is cached by
    /// @param group the origins to try, in this order; empty for the default one
    /// @param failover the statuses at which the next origin is tried
    record Forward(String path, List<String> group, Set<Integer> failover) implements Verdict {
        public Forward {
            group = List.copyOf(group);
            failover = Set.copyOf(failover);
        }
    }

    /// The function answers itself.
    record Refusal(int status, Map<String, String> headers, String body) implements Verdict {
        public Refusal {
            headers = Map.copyOf(headers);
        }
    }
}
