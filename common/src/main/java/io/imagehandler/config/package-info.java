/// Wires the adapters together; the only package that names them all.
@NullMarked
package io.imagehandler.config;

import org.jspecify.annotations.NullMarked;
