/** One class for every thing a client, a coordinator or another service does to a response. */
@NullMarked
package org.rapport.intake.responses.application;

import org.jspecify.annotations.NullMarked;
