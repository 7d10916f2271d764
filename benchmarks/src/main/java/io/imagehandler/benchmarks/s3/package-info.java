/// The clients that can ask S3 for a service, each measured in a process of its own.
@NullMarked
package io.imagehandler.benchmarks.s3;

import org.jspecify.annotations.NullMarked;
