/** Staff pages and API of referrals and offers. */
@NullMarked
package org.rapport.matching.referrals.web;

import org.jspecify.annotations.NullMarked;
