/** Mail by SMTP, with invites. */
@NullMarked
package org.rapport.notification.messages.mail;

import org.jspecify.annotations.NullMarked;
