/** Definitions and their publication in the store. */
@NullMarked
package org.rapport.intake.questionnaires.mongo;

import org.jspecify.annotations.NullMarked;
