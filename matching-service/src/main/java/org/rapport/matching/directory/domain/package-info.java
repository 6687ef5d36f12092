/** Searching the roster by what people look for. Who asks is not known and not kept. */
@NullMarked
package org.rapport.matching.directory.domain;

import org.jspecify.annotations.NullMarked;
