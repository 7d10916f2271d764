/// Whoever makes the pictures of the cases: this product, and what a Java user would call instead.
@NullMarked
package io.imagehandler.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
