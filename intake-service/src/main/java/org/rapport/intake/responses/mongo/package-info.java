/** Responses as documents. */
@NullMarked
package org.rapport.intake.responses.mongo;

import org.jspecify.annotations.NullMarked;
