@NullMarked
package org.rapport.journeys;

import org.jspecify.annotations.NullMarked;
