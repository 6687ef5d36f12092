/** Pages and API of holds and calls. */
@NullMarked
package org.rapport.booking.calls.web;

import org.jspecify.annotations.NullMarked;
