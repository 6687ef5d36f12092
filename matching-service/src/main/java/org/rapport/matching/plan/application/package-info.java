/** Makes the proposal from those who wait now. */
@NullMarked
package org.rapport.matching.plan.application;

import org.jspecify.annotations.NullMarked;
