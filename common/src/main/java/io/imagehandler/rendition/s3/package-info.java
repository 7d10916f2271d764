/// Originals and renditions in S3.
@NullMarked
package io.imagehandler.rendition.s3;

import org.jspecify.annotations.NullMarked;
