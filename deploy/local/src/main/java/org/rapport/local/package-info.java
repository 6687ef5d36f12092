/** The whole of Rapport in one JVM: broker, store, mail and SMS inbox, login, front door and the four services. */
@NullMarked
package org.rapport.local;

import org.jspecify.annotations.NullMarked;
