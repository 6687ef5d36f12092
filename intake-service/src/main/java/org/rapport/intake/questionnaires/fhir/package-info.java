/** Reads FHIR R4 Questionnaire resources and the rules beside them. */
@NullMarked
package org.rapport.intake.questionnaires.fhir;

import org.jspecify.annotations.NullMarked;
