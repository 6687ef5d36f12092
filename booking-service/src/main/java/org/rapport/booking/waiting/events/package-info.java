/** The wait list as the other services hear of it, and what it hears itself. */
@NullMarked
package org.rapport.booking.waiting.events;

import org.jspecify.annotations.NullMarked;
