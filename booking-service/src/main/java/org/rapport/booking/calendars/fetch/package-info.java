/** Files from addresses that hosts enter. */
@NullMarked
package org.rapport.booking.calendars.fetch;

import org.jspecify.annotations.NullMarked;
