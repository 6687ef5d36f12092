/** What can be done with the wait list. */
@NullMarked
package org.rapport.booking.waiting.application;

import org.jspecify.annotations.NullMarked;
