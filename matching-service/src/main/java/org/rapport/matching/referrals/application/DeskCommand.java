package org.rapport.matching.referrals.application;

import java.util.UUID;
import org.rapport.matching.referrals.domain.CloseReason;
import org.rapport.matching.referrals.domain.Conflict;

/** What a coordinator does with a referral besides offering it. */
public sealed interface DeskCommand {
    UUID inquiryId();

    /** Who says so. */
    UUID by();

    record HandOver(UUID inquiryId, UUID toCoordinator, UUID by) implements DeskCommand {}

    record AddOnward(UUID inquiryId, UUID therapistId, UUID by) implements DeskCommand {}

    record StrikeOnward(UUID inquiryId, UUID therapistId, UUID by) implements DeskCommand {}

    record WithdrawOffer(UUID inquiryId, int number, UUID by) implements DeskCommand {}

    record StopClock(UUID inquiryId, UUID by) implements DeskCommand {}

    record StartClock(UUID inquiryId, UUID by) implements DeskCommand {}

    record FinishTask(UUID inquiryId, String key, UUID by) implements DeskCommand {}

    record RequestRematch(UUID inquiryId, UUID by) implements DeskCommand {}

    /** @param consented whether the person agreed that something about them leaves the practice */
    record CloseReferral(UUID inquiryId, CloseReason reason, boolean consented, UUID by) implements DeskCommand {}

    record BarTherapist(UUID inquiryId, UUID therapistId, Conflict.Reason reason, UUID by) implements DeskCommand {}

    record UnbarTherapist(UUID inquiryId, UUID therapistId, UUID by) implements DeskCommand {}

    record ReopenReferral(UUID inquiryId, UUID by) implements DeskCommand {}
}
