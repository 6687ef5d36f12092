/** A small application that uses the library as a service would. */
@NullMarked
package org.rapport.web.sample;

import org.jspecify.annotations.NullMarked;
