/** From an inquiry to the therapist who takes the person on: roster, ranking, referrals. */
@NullMarked
package org.rapport.matching;

import org.jspecify.annotations.NullMarked;
