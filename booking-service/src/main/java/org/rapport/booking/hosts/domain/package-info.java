/** A host's week and terms, without any technology. */
@NullMarked
package org.rapport.booking.hosts.domain;

import org.jspecify.annotations.NullMarked;
