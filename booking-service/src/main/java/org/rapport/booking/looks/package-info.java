/** Comparing what is kept in memory with the store. */
@NullMarked
package org.rapport.booking.looks;

import org.jspecify.annotations.NullMarked;
