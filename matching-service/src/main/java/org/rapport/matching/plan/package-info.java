/** A proposal for everybody who waits, beside what first come first served would give. It offers nobody to anybody. */
@NullMarked
package org.rapport.matching.plan;

import org.jspecify.annotations.NullMarked;
