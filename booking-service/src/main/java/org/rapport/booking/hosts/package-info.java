/** The staff who hold consultation calls: their hours, and how to reach them. */
@NullMarked
package org.rapport.booking.hosts;

import org.jspecify.annotations.NullMarked;
