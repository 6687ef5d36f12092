/** The wait list: who waits for a time to become free, and to whom it is offered. */
@NullMarked
package org.rapport.booking.waiting;

import org.jspecify.annotations.NullMarked;
