package io.imagehandler.rendition;

import io.imagehandler.engine.ImageFacts;
import io.imagehandler.engine.MemoryEstimate;
import io.imagehandler.engine.plan.Plan;
import java.util.List;
import java.util.function.Supplier;

/// What was asked of one original, inspected and planned, but nothing of it decoded yet: the moment
/// to find memory and a thread for it, or to refuse it.
///
/// @param <T> what comes of it
public sealed interface Prepared<T> {

    /// What is known of the original.
    ImageFacts source();

    /// What comes of it. Decodes, if it must, on the thread that calls.
    ///
    /// How long that takes is measured as one: libvips makes pixels when the encoder asks for them,
    /// so decoding and encoding cannot be told apart.
    ///
    /// @throws io.imagehandler.failure.ImageFailure if nothing can be made of this original
    T result();

    /// There is nothing to decode.
    record Known<T>(ImageFacts source, T result) implements Prepared<T> {}

    /// There is something to decode, on a platform thread: it holds its thread until it is done.
    ///
    /// @param plans of what is rendered, with formats, sizes and frames; none where only a question
    ///   about the pixels is answered
    /// @param memory what it takes at its peak; at most what the limits allow
    /// @param rendering gives the result
    record Work<T>(
            ImageFacts source, List<Plan> plans, MemoryEstimate memory, Supplier<T> rendering)
            implements Prepared<T> {

        public Work {
            plans = List.copyOf(plans);
        }

        @Override
        public T result() {
            return rendering.get();
        }
    }
}
