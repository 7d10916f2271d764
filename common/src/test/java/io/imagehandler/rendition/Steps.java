package io.imagehandler.rendition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts the calls to the stores in memory, so that a test can let something happen between any
/// two of them. Safe for use by many threads.
public class Steps {

    private final Map<Integer, Runnable> before = new HashMap<>();
    private final List<String> taken = new ArrayList<>();
    private volatile Runnable each = () -> {};

    /// Lets `event` happen right before the step of that number, counted from 0.
    public synchronized void before(int step, Runnable event) {
        before.put(step, event);
    }

    /// Lets `event` happen right before each step.
    public void beforeEach(Runnable event) {
        each = event;
    }

    /// Called by the fakes right before each of their calls.
    public void take(String step) {
        each.run();
        Runnable event = next(step);
        if (event != null) {
            event.run();
        }
    }

    private synchronized @Nullable Runnable next(String step) {
        taken.add(step);
        return before.remove(taken.size() - 1);
    }

    public synchronized List<String> taken() {
        return List.copyOf(taken);
    }
}
