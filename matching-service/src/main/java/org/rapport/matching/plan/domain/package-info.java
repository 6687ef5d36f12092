/** What is to be shared out, and how well it is. */
@NullMarked
package org.rapport.matching.plan.domain;

import org.jspecify.annotations.NullMarked;
