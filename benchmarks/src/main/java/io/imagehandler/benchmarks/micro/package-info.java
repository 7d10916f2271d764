/// What is too small to be measured as a whole process, by JMH.
@NullMarked
package io.imagehandler.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
