/** Secrets that stand in addresses. */
@NullMarked
package org.rapport.booking.tokens.domain;

import org.jspecify.annotations.NullMarked;
