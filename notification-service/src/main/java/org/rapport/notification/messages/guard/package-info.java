/** What keeps a dead provider from being asked again and again. */
@NullMarked
package org.rapport.notification.messages.guard;

import org.jspecify.annotations.NullMarked;
