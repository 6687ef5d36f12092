/** Limits kept in memory. */
@NullMarked
package org.rapport.booking.visitors.buckets;

import org.jspecify.annotations.NullMarked;
