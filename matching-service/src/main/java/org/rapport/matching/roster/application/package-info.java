/** Changing the roster, one entry or a whole file. */
@NullMarked
package org.rapport.matching.roster.application;

import org.jspecify.annotations.NullMarked;
