/** Who somebody is and how they may be reached, checked once, here. */
@NullMarked
package org.rapport.booking.inquiries.domain;

import org.jspecify.annotations.NullMarked;
