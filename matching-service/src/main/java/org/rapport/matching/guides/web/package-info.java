/** The pages of the guides. */
@NullMarked
package org.rapport.matching.guides.web;

import org.jspecify.annotations.NullMarked;
