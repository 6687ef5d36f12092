/** The ledger as staff and other services see it. */
@NullMarked
package org.rapport.notification.messages.web;

import org.jspecify.annotations.NullMarked;
