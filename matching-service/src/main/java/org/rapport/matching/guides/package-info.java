/** Public pages that explain kinds of therapy and concerns in plain words. */
@NullMarked
package org.rapport.matching.guides;

import org.jspecify.annotations.NullMarked;
