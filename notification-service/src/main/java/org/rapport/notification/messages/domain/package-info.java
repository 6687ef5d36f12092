/** Which message is due to whom and when, and what may become of it. */
@NullMarked
package org.rapport.notification.messages.domain;

import org.jspecify.annotations.NullMarked;
