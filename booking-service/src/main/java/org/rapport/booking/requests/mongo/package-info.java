/** Kept commands in the store. */
@NullMarked
package org.rapport.booking.requests.mongo;

import org.jspecify.annotations.NullMarked;
