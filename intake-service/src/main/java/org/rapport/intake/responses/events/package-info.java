/** Events of booking turned into commands, own events turned into published ones. */
@NullMarked
package org.rapport.intake.responses.events;

import org.jspecify.annotations.NullMarked;
