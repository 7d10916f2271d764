/// What a picture can become: operations in their order, the output asked for, and the one text
/// that names both.
@NullMarked
package io.imagehandler.transformation;

import org.jspecify.annotations.NullMarked;
