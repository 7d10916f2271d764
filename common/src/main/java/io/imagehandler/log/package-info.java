/// How text of strangers is written into logs, and which lines there may be too many of.
@NullMarked
package io.imagehandler.log;

import org.jspecify.annotations.NullMarked;
