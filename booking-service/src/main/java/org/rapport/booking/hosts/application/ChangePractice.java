package org.rapport.booking.hosts.application;

import java.time.ZoneId;
import org.rapport.booking.hosts.domain.PracticeAnswers;

/**
 * Asks to set holidays and call types.
 *
 * @param seen the version of the settings that was shown to whoever typed this
 * @param zone of the practice, whose today counts
 */
public record ChangePractice(long seen, PracticeAnswers answers, ZoneId zone) {}
