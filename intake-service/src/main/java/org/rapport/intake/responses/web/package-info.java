/** Pages and API of the intake. */
@NullMarked
package org.rapport.intake.responses.web;

import org.jspecify.annotations.NullMarked;
