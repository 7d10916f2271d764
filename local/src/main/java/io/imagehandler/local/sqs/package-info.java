/// SQS with its messages on disk.
@NullMarked
package io.imagehandler.local.sqs;

import org.jspecify.annotations.NullMarked;
