/// Attempts in a DynamoDB table.
@NullMarked
package io.imagehandler.rendition.dynamodb;

import org.jspecify.annotations.NullMarked;
