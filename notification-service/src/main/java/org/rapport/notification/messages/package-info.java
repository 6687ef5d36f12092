/** Messages to clients and staff: a ledger in which every due message ends as sent, suppressed or failed. */
@NullMarked
package org.rapport.notification.messages;

import org.jspecify.annotations.NullMarked;
