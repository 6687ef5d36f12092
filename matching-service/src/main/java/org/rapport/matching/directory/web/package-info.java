/** The pages of the directory. */
@NullMarked
package org.rapport.matching.directory.web;

import org.jspecify.annotations.NullMarked;
