/** The front door of the practice: who came, and when somebody calls them. */
@NullMarked
package org.rapport.booking;

import org.jspecify.annotations.NullMarked;
