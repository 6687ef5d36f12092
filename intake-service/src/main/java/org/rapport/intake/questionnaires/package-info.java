/** What is asked: versioned questionnaires with their scoring, safety and criteria rules. */
@NullMarked
package org.rapport.intake.questionnaires;

import org.jspecify.annotations.NullMarked;
