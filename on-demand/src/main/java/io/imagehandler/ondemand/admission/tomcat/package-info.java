/// Who is on the other end of a connection of Tomcat's, and whether he still is.
@NullMarked
package io.imagehandler.ondemand.admission.tomcat;

import org.jspecify.annotations.NullMarked;
