/** Calendars for staff, and the feed. */
@NullMarked
package org.rapport.booking.calendars.web;

import org.jspecify.annotations.NullMarked;
