/** How much one visitor may do, and whether a form was sent by a person. */
@NullMarked
package org.rapport.booking.visitors;

import org.jspecify.annotations.NullMarked;
