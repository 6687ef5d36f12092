/** What can be done with an inquiry. */
@NullMarked
package org.rapport.booking.inquiries.application;

import org.jspecify.annotations.NullMarked;
