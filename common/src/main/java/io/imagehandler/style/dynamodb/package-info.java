/// Styles in a DynamoDB table.
@NullMarked
package io.imagehandler.style.dynamodb;

import org.jspecify.annotations.NullMarked;
