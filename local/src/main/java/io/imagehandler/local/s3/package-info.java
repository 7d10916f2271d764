/// S3 on the file system, with its event notifications.
@NullMarked
package io.imagehandler.local.s3;

import org.jspecify.annotations.NullMarked;
