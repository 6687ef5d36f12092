/** Measurements beside a yardstick run in the same process; {@code docs/performance.md} keeps their tables. */
@NullMarked
package org.rapport.benchmarks;

import org.jspecify.annotations.NullMarked;
