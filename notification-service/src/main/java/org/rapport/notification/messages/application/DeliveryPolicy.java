package org.rapport.notification.messages.application;

import java.time.Duration;
import org.rapport.notification.messages.domain.Backoff;
import org.rapport.notification.messages.domain.PracticeChannels;
import org.rapport.notification.messages.domain.QuietHours;
import org.rapport.notification.messages.domain.TextCaps;

/**
 * @param lease how long one attempt may take before another instance may think it dead
 * @param handover the part of the lease that must be left when the provider is called: its time limits added up
 */
public record DeliveryPolicy(
        Duration lease,
        Duration handover,
        Backoff backoff,
        QuietHours quietHours,
        PracticeChannels channels,
        TextCaps caps) {
    public DeliveryPolicy {
        if (handover.compareTo(lease) >= 0) {
            throw new IllegalArgumentException("the lease must be longer than the provider may take");
        }
    }
}
