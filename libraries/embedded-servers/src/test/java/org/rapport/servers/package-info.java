@NullMarked
package org.rapport.servers;

import org.jspecify.annotations.NullMarked;
