/** What coordinators and therapists ask of a referral. */
@NullMarked
package org.rapport.matching.referrals.application;

import org.jspecify.annotations.NullMarked;
