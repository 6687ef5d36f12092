/** Waiters and freed times in the store. */
@NullMarked
package org.rapport.booking.waiting.mongo;

import org.jspecify.annotations.NullMarked;
