/** Commands that are sent again: the same key and body get the same answer. */
@NullMarked
package org.rapport.booking.requests;

import org.jspecify.annotations.NullMarked;
