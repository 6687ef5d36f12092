@NullMarked
package org.rapport.web;

import org.jspecify.annotations.NullMarked;
