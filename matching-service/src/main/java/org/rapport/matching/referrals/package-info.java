/** A referral's life: from the first sign of a person to the therapist who says yes. */
@NullMarked
package org.rapport.matching.referrals;

import org.jspecify.annotations.NullMarked;
