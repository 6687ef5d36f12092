/** Inquiries as the other services hear of them. */
@NullMarked
package org.rapport.booking.inquiries.events;

import org.jspecify.annotations.NullMarked;
