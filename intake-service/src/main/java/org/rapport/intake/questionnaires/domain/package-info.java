/** Questionnaires as this service uses them, free of the format they are written in. */
@NullMarked
package org.rapport.intake.questionnaires.domain;

import org.jspecify.annotations.NullMarked;
