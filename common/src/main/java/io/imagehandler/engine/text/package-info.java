/// Sets the text of watermarks in type, the same to the pixel for every engine. Text is only ever
/// text here: nothing in it is read as markup.
@NullMarked
package io.imagehandler.engine.text;

import org.jspecify.annotations.NullMarked;
