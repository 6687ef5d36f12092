/** How often which thing may be done. */
@NullMarked
package org.rapport.booking.visitors.domain;

import org.jspecify.annotations.NullMarked;
