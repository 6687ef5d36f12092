/** Services killed while people use them: nothing promised is lost, nothing is done twice. */
@NullMarked
package org.rapport.journeys.kill;

import org.jspecify.annotations.NullMarked;
