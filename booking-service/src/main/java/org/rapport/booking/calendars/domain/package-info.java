/** Feeds and own calendars, without any technology. */
@NullMarked
package org.rapport.booking.calendars.domain;

import org.jspecify.annotations.NullMarked;
