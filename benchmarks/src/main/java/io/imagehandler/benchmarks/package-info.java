/// The benchmarks, and the table that they print.
@NullMarked
package io.imagehandler.benchmarks;

import org.jspecify.annotations.NullMarked;
