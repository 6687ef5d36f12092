/** Inquiries in the store. */
@NullMarked
package org.rapport.booking.inquiries.mongo;

import org.jspecify.annotations.NullMarked;
