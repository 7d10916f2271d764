/// Pictures drawn by rule that cost codecs what photographs cost.
@NullMarked
package io.imagehandler.benchmarks.pictures;

import org.jspecify.annotations.NullMarked;
