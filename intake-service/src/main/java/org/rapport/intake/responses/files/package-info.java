/** What comes with the service as files. */
@NullMarked
package org.rapport.intake.responses.files;

import org.jspecify.annotations.NullMarked;
