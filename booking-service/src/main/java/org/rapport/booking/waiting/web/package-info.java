/** Pages and API of the wait list. */
@NullMarked
package org.rapport.booking.waiting.web;

import org.jspecify.annotations.NullMarked;
