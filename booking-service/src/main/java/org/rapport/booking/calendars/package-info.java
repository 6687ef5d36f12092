/** The calendars beside the practice's own: a feed of a host's calls, and what a host's own calendar keeps free of them. */
@NullMarked
package org.rapport.booking.calendars;

import org.jspecify.annotations.NullMarked;
