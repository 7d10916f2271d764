/// As much HTTP/1.1 as a load generator and a proxy need, over plain sockets: it shares its
/// processors with what it tests.
@NullMarked
package io.imagehandler.local.chaos.http;

import org.jspecify.annotations.NullMarked;
