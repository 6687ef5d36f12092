package org.rapport.booking.hosts.application;

import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HoursAnswers;

/** @param seen the version of the host that was shown to whoever typed this */
public record ChangeHours(HostId host, long seen, HoursAnswers answers) {}
