/** The roster as a CSV file. */
@NullMarked
package org.rapport.matching.roster.csv;

import org.jspecify.annotations.NullMarked;
