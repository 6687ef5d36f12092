/** What is kept of a command, and for how long. */
@NullMarked
package org.rapport.booking.requests.domain;

import org.jspecify.annotations.NullMarked;
