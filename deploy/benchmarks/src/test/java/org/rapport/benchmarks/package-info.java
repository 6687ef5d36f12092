/** That each measurement still runs; what it measures is for an idle machine. */
@NullMarked
package org.rapport.benchmarks;

import org.jspecify.annotations.NullMarked;
