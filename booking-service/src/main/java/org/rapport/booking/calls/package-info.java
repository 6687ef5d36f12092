/** Openings, holds and consultation calls: one time of a host for one person. */
@NullMarked
package org.rapport.booking.calls;

import org.jspecify.annotations.NullMarked;
