/** Calls in the store. */
@NullMarked
package org.rapport.booking.calls.mongo;

import org.jspecify.annotations.NullMarked;
