/** What the practice knows of a therapist. */
@NullMarked
package org.rapport.matching.roster.domain;

import org.jspecify.annotations.NullMarked;
