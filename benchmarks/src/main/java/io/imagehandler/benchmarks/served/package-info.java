/// Servers that make pictures on request, each a process of its own, and the load on them.
@NullMarked
package io.imagehandler.benchmarks.served;

import org.jspecify.annotations.NullMarked;
