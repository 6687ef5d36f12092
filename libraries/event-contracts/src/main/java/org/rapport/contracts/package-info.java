/** What the services tell one another: ids, codes and times, never a name, an address or an answer. */
@NullMarked
package org.rapport.contracts;

import org.jspecify.annotations.NullMarked;
