/** The solver, by JGraphT. */
@NullMarked
package org.rapport.matching.plan.jgrapht;

import org.jspecify.annotations.NullMarked;
