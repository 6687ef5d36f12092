/** Facts from the other services in, events of a referral out. */
@NullMarked
package org.rapport.matching.referrals.events;

import org.jspecify.annotations.NullMarked;
