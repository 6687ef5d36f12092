@NullMarked
package org.rapport.delivery;

import org.jspecify.annotations.NullMarked;
