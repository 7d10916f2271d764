/// The two services as processes of their own.
@NullMarked
package io.imagehandler.local.service;

import org.jspecify.annotations.NullMarked;
