package org.rapport.booking.hosts.application;

import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.hosts.domain.Practices;
import org.rapport.booking.hosts.domain.Saving;

/** The practice's settings as kept elsewhere; whoever remembers them is told of every change made here. */
public record ToldPractices(Practices kept, Runnable changed) implements Practices {

    @Override
    public PracticeSettings current() {
        return kept.current();
    }

    @Override
    public Saving save(PracticeSettings settings) {
        Saving saving = kept.save(settings);
        if (saving == Saving.SAVED) {
            changed.run();
        }
        return saving;
    }
}
