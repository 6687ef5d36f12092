/** Intake: questionnaires sent by a link, filled in page by page, scored, and read by a coordinator. */
@NullMarked
package org.rapport.intake;

import org.jspecify.annotations.NullMarked;
