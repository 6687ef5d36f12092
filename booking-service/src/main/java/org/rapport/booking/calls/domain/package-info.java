/** The call, its claims on a host's time, and when a host is open. */
@NullMarked
package org.rapport.booking.calls.domain;

import org.jspecify.annotations.NullMarked;
