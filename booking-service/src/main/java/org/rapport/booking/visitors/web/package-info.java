/** Limits and checks on what comes over HTTP. */
@NullMarked
package org.rapport.booking.visitors.web;

import org.jspecify.annotations.NullMarked;
