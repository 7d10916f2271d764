/// Who may ask for what: URLs are signed with a secret, and signatures are verified.
@NullMarked
package io.imagehandler.signature;

import org.jspecify.annotations.NullMarked;
