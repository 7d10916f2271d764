/// What whoever deploys may choose, read from the context of the CDK.
@NullMarked
package io.imagehandler.infra.settings;

import org.jspecify.annotations.NullMarked;
