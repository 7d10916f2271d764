/// What operators do by command: `java -jar renditions-worker.jar <command>`. No listener and no
/// web server is started.
@NullMarked
package io.imagehandler.worker.command;

import org.jspecify.annotations.NullMarked;
