@NullMarked
package org.rapport.contracts;

import org.jspecify.annotations.NullMarked;
