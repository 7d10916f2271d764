/// What the worker tells others: caches that they are to forget, and applications what is ready.
@NullMarked
package io.imagehandler.local.notice;

import org.jspecify.annotations.NullMarked;
