/** What other services are asked. */
@NullMarked
package org.rapport.matching.referrals.http;

import org.jspecify.annotations.NullMarked;
