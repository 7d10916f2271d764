package io.imagehandler.benchmarks.contender;

import io.imagehandler.benchmarks.measure.Case;
import java.io.IOException;

/// Makes the picture of a case of a source's bytes.
@FunctionalInterface
interface Maker {

    /// How many bytes it wrote.
    ///
    /// @throws UnsupportedOperationException if it does not do that
    long make(byte[] source, Case wanted) throws IOException;
}
