/** Feeds and own calendars in the store. */
@NullMarked
package org.rapport.booking.calendars.mongo;

import org.jspecify.annotations.NullMarked;
