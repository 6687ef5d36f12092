/** The page of choices, and where the gateway and the mail provider report. */
@NullMarked
package org.rapport.notification.consents.web;

import org.jspecify.annotations.NullMarked;
