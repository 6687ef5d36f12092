/** What only the local run has: the front door, the identity provider with its demo people, inbox and clock. */
@NullMarked
package org.rapport.local.front;

import org.jspecify.annotations.NullMarked;
