/// How text of strangers is written into logs.
@NullMarked
package io.imagehandler.log;

import org.jspecify.annotations.NullMarked;
