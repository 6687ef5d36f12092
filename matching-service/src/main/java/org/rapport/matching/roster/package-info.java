/** The practice's therapists: what they may do, whom they see, and how much room they have. */
@NullMarked
package org.rapport.matching.roster;

import org.jspecify.annotations.NullMarked;
