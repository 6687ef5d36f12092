/** What a guide is made of. */
@NullMarked
package org.rapport.matching.guides.domain;

import org.jspecify.annotations.NullMarked;
