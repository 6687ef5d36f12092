/** Consents: by which channels people want what, and addresses nothing may go to any more. */
@NullMarked
package org.rapport.notification.consents;

import org.jspecify.annotations.NullMarked;
