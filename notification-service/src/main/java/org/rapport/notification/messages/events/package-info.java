/** What other services tell, as occasions; what became of messages, as events. */
@NullMarked
package org.rapport.notification.messages.events;

import org.jspecify.annotations.NullMarked;
