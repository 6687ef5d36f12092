/** The roster's staff pages. */
@NullMarked
package org.rapport.matching.roster.web;

import org.jspecify.annotations.NullMarked;
