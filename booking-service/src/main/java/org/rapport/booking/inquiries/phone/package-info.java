/** Telephone numbers by libphonenumber. */
@NullMarked
package org.rapport.booking.inquiries.phone;

import org.jspecify.annotations.NullMarked;
