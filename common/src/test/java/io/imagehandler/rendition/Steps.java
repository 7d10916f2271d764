package io.imagehandler.rendition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts the calls to the stores in memory, so that a test can let something happen between any
/// two of them.
public final class Steps {

    private final Map<Integer, Runnable> before = new HashMap<>();
    private final List<String> taken = new ArrayList<>();

    /// Lets `event` happen right before the step of that number, counted from 0.
    public void before(int step, Runnable event) {
        before.put(step, event);
    }

    /// Called by the fakes right before each of their calls.
    public void take(String step) {
        Runnable event = before.remove(taken.size());
        taken.add(step);
        if (event != null) {
            event.run();
        }
    }

    public List<String> taken() {
        return List.copyOf(taken);
    }
}
