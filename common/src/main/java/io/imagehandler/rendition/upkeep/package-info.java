/// What is known of a whole store, and how far whoever goes through it has come.
@NullMarked
package io.imagehandler.rendition.upkeep;

import org.jspecify.annotations.NullMarked;
