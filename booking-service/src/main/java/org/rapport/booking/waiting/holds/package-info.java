/** Times kept for waiters, as the holds that they are. */
@NullMarked
package org.rapport.booking.waiting.holds;

import org.jspecify.annotations.NullMarked;
