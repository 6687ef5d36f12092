/** Messages: what is sent to whom, by which channel, and what became of it. */
@NullMarked
package org.rapport.notification;

import org.jspecify.annotations.NullMarked;
