/** The Idempotency-Key header. */
@NullMarked
package org.rapport.booking.requests.web;

import org.jspecify.annotations.NullMarked;
