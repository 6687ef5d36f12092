/** The store and the broker of the one-machine run and of the tests: fit for trying and for tests, not for a practice. */
@NullMarked
package org.rapport.servers;

import org.jspecify.annotations.NullMarked;
