/** Calls as the other services hear of them. */
@NullMarked
package org.rapport.booking.calls.events;

import org.jspecify.annotations.NullMarked;
