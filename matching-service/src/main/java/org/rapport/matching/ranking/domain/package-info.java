/** Hard rules, weighted factors, and the explanation both leave behind. */
@NullMarked
package org.rapport.matching.ranking.domain;

import org.jspecify.annotations.NullMarked;
