/** Plans messages when something happened, and delivers one when its time has come. */
@NullMarked
package org.rapport.notification.messages.application;

import org.jspecify.annotations.NullMarked;
