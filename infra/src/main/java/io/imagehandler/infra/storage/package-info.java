/// Buckets, tables and queues.
@NullMarked
package io.imagehandler.infra.storage;

import org.jspecify.annotations.NullMarked;
