/** What can be done with calendars. */
@NullMarked
package org.rapport.booking.calendars.application;

import org.jspecify.annotations.NullMarked;
