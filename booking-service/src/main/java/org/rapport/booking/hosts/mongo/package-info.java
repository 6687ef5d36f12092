/** Hosts in the store, and the sample practice. */
@NullMarked
package org.rapport.booking.hosts.mongo;

import org.jspecify.annotations.NullMarked;
