/** What staff can change of hosts and of the practice. */
@NullMarked
package org.rapport.booking.hosts.application;

import org.jspecify.annotations.NullMarked;
