/** Text messages by an HTTP gateway. */
@NullMarked
package org.rapport.notification.messages.sms;

import org.jspecify.annotations.NullMarked;
