/** What is answered: one packet of questionnaires per inquiry, and what in it cannot wait. */
@NullMarked
package org.rapport.intake.responses;

import org.jspecify.annotations.NullMarked;
