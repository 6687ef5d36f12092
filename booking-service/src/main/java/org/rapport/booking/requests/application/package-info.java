/** Begins and ends a command that may be sent again. */
@NullMarked
package org.rapport.booking.requests.application;

import org.jspecify.annotations.NullMarked;
