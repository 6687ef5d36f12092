@NullMarked
package org.rapport.guards;

import org.jspecify.annotations.NullMarked;
