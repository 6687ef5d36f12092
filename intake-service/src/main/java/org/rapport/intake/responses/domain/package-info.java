/** A response, its states, its safety concerns, and what may be done to it when. */
@NullMarked
package org.rapport.intake.responses.domain;

import org.jspecify.annotations.NullMarked;
