/** Pages and API of inquiries made without a call. */
@NullMarked
package org.rapport.booking.inquiries.web;

import org.jspecify.annotations.NullMarked;
