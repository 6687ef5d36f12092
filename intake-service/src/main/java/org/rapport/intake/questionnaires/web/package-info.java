/** Definitions for staff: pages and API. */
@NullMarked
package org.rapport.intake.questionnaires.web;

import org.jspecify.annotations.NullMarked;
