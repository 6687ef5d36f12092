/** What the tests of every service share: servers, a clock to set, rules of the architecture, the delivery property. */
@NullMarked
package org.rapport.testkit;

import org.jspecify.annotations.NullMarked;
