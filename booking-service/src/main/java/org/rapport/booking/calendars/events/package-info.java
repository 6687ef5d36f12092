/** What others are told of calendars. */
@NullMarked
package org.rapport.booking.calendars.events;

import org.jspecify.annotations.NullMarked;
