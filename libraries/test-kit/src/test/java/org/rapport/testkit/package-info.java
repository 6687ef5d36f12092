@NullMarked
package org.rapport.testkit;

import org.jspecify.annotations.NullMarked;
