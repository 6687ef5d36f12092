/** Choices and closed addresses in MongoDB. */
@NullMarked
package org.rapport.notification.consents.mongo;

import org.jspecify.annotations.NullMarked;
