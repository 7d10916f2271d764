/// Who may render now, who waits, and who is told to come back.
@NullMarked
package io.imagehandler.ondemand.admission;

import org.jspecify.annotations.NullMarked;
