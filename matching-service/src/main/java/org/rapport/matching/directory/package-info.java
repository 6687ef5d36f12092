/** The public list of therapists. */
@NullMarked
package org.rapport.matching.directory;

import org.jspecify.annotations.NullMarked;
