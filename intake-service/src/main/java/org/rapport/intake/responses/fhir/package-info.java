/** Responses as FHIR resources. */
@NullMarked
package org.rapport.intake.responses.fhir;

import org.jspecify.annotations.NullMarked;
