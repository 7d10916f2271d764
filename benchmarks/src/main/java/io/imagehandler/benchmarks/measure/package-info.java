/// Runs contenders in turn, so that what disturbs one disturbs all.
@NullMarked
package io.imagehandler.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
