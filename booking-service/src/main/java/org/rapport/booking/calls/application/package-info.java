/** What can be done with openings, holds and calls. */
@NullMarked
package org.rapport.booking.calls.application;

import org.jspecify.annotations.NullMarked;
