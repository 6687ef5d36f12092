package org.rapport.booking.calls.domain;

import org.rapport.booking.hosts.domain.HostId;

/** What hosts do beside their calls. Advice: no claim keeps a call from such a time. */
public interface Diaries {

    Diary of(HostId host);

    static Diaries empty() {
        return _ -> Diary.EMPTY;
    }
}
