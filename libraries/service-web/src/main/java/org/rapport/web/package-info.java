/** What every service needs to answer people and other services: pages, sign-in, signed links, errors, languages, limits. */
@NullMarked
package org.rapport.web;

import org.jspecify.annotations.NullMarked;
