/** The roster in the store. */
@NullMarked
package org.rapport.matching.roster.mongo;

import org.jspecify.annotations.NullMarked;
