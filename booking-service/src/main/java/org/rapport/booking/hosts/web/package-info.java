/** Look-ups of staff for the other services. */
@NullMarked
package org.rapport.booking.hosts.web;

import org.jspecify.annotations.NullMarked;
