/** The referral, what can happen to it, and what refuses. */
@NullMarked
package org.rapport.matching.referrals.domain;

import org.jspecify.annotations.NullMarked;
