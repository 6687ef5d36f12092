package org.rapport.booking.hosts;

import org.rapport.booking.Fake;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.hosts.domain.Practices;
import org.rapport.booking.hosts.domain.Saving;

public final class InMemoryPractices implements Practices, Fake {

    private PracticeSettings settings = PracticeSettings.initial();

    @Override
    public synchronized PracticeSettings current() {
        return settings;
    }

    @Override
    public synchronized Saving save(PracticeSettings wanted) {
        if (wanted.version() != settings.version()) {
            return Saving.STALE;
        }
        settings = new PracticeSettings(wanted.version() + 1, wanted.holidays(), wanted.callTypes());
        return Saving.SAVED;
    }

    @Override
    public synchronized void renew() {
        settings = PracticeSettings.initial();
    }
}
