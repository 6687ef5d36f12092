/** Who may take a person on, and who fits best: published rules and published weights. */
@NullMarked
package org.rapport.matching.ranking;

import org.jspecify.annotations.NullMarked;
