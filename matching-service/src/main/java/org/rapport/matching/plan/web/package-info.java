/** The page for coordinators. */
@NullMarked
package org.rapport.matching.plan.web;

import org.jspecify.annotations.NullMarked;
