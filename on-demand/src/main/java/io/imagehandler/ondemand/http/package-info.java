/// HTTP: what a request may be, what is answered, and how every error looks.
@NullMarked
package io.imagehandler.ondemand.http;

import org.jspecify.annotations.NullMarked;
