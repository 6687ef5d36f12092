/** iCalendar files, written and read by ical4j. */
@NullMarked
package org.rapport.booking.calendars.ical;

import org.jspecify.annotations.NullMarked;
