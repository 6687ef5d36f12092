/** What staff do with definitions. */
@NullMarked
package org.rapport.intake.questionnaires.application;

import org.jspecify.annotations.NullMarked;
