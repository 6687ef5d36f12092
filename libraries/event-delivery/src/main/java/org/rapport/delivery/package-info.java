/** From one document write to the other services' writes: outbox, relay, consumers, dead letters, wake-ups. */
@NullMarked
package org.rapport.delivery;

import org.jspecify.annotations.NullMarked;
