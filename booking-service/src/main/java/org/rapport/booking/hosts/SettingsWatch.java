package org.rapport.booking.hosts;

/** Told when hours or settings were changed through this instance. */
@FunctionalInterface
public interface SettingsWatch {

    void settingsChanged();
}
