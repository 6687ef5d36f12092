/** Answers texts, closes addresses, keeps choices, and says what holds when a message is sent. */
@NullMarked
package org.rapport.notification.consents.application;

import org.jspecify.annotations.NullMarked;
