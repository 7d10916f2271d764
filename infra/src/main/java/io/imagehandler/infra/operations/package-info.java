/// What those who run it are told: alarms and one page of figures.
@NullMarked
package io.imagehandler.infra.operations;

import org.jspecify.annotations.NullMarked;
