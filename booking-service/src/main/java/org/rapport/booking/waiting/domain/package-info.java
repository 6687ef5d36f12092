/** Waiters, the times that become free, and the rules by which the two meet. */
@NullMarked
package org.rapport.booking.waiting.domain;

import org.jspecify.annotations.NullMarked;
