/** The ledger in MongoDB. */
@NullMarked
package org.rapport.notification.messages.mongo;

import org.jspecify.annotations.NullMarked;
