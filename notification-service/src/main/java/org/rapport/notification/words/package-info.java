/** The words of every message, as plain text templates per kind, channel and language. */
@NullMarked
package org.rapport.notification.words;

import org.jspecify.annotations.NullMarked;
