/** The facts, asked of booking-service and matching-service. */
@NullMarked
package org.rapport.notification.messages.http;

import org.jspecify.annotations.NullMarked;
