/** Referrals and seats in the store. */
@NullMarked
package org.rapport.matching.referrals.mongo;

import org.jspecify.annotations.NullMarked;
