/// DynamoDB on disk, and the styles table in it.
@NullMarked
package io.imagehandler.local.dynamodb;

import org.jspecify.annotations.NullMarked;
