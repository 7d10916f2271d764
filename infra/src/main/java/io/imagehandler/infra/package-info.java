/// The whole service in an AWS account, as an app of the CDK.
@NullMarked
package io.imagehandler.infra;

import org.jspecify.annotations.NullMarked;
