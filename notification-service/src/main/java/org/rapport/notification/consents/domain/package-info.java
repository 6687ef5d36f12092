/** What people chose, and what their texts and their mail servers say. */
@NullMarked
package org.rapport.notification.consents.domain;

import org.jspecify.annotations.NullMarked;
