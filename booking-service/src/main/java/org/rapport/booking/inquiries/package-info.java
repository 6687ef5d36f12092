/** People who came to the practice, by whichever door. */
@NullMarked
package org.rapport.booking.inquiries;

import org.jspecify.annotations.NullMarked;
