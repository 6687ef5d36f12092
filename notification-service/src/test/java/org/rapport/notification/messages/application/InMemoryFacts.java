package org.rapport.notification.messages.application;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.rapport.notification.messages.domain.CallFact;
import org.rapport.notification.messages.domain.Contact;

/** What the other services would say; can be made not to answer. */
public final class InMemoryFacts implements Facts {
    public final Map<UUID, CallFact> calls = new ConcurrentHashMap<>();
    public final Map<String, OfferStanding> offers = new HashMap<>();
    public final Map<UUID, WaitListOffer> waitListOffers = new ConcurrentHashMap<>();
    public final Map<UUID, Contact> clients = new ConcurrentHashMap<>();
    public final Map<UUID, Contact> staff = new ConcurrentHashMap<>();
    public final Map<UUID, QuestionnaireStanding> questionnaires = new ConcurrentHashMap<>();
    public final Map<UUID, Set<UUID>> openConcerns = new ConcurrentHashMap<>();
    public volatile List<UUID> coordinators = List.of();
    public final Set<UUID> closedReferrals = ConcurrentHashMap.newKeySet();
    public final Map<UUID, Integer> choices = new ConcurrentHashMap<>();
    public final Map<UUID, UUID> therapists = new ConcurrentHashMap<>();
    public volatile boolean down;
    public volatile boolean intakeDown;

    @Override
    public Optional<CallFact> call(UUID callId) {
        return answer(Optional.ofNullable(calls.get(callId)));
    }

    @Override
    public Optional<OfferStanding> offer(UUID inquiryId, int number) {
        return answer(Optional.ofNullable(offers.get(inquiryId + "/" + number)));
    }

    @Override
    public Optional<WaitListOffer> waitListOffer(UUID callId) {
        return answer(Optional.ofNullable(waitListOffers.get(callId)));
    }

    @Override
    public Optional<QuestionnaireStanding> questionnaire(UUID inquiryId) {
        return answer(Optional.ofNullable(questionnaires.get(inquiryId)));
    }

    @Override
    public boolean isReferralClosed(UUID inquiryId) {
        return answer(closedReferrals.contains(inquiryId));
    }

    @Override
    public boolean isAskedToChoose(UUID inquiryId, int number) {
        return answer(Integer.valueOf(number).equals(choices.get(inquiryId)));
    }

    @Override
    public boolean isMatchedWith(UUID inquiryId, UUID therapistId) {
        return answer(therapistId.equals(therapists.get(inquiryId)));
    }

    @Override
    public Optional<Set<UUID>> openConcerns(UUID inquiryId) {
        if (intakeDown) {
            throw new FactsUnavailable(new IllegalStateException("down"));
        }
        return answer(Optional.ofNullable(openConcerns.get(inquiryId)));
    }

    @Override
    public Optional<Contact> client(UUID inquiryId) {
        return answer(Optional.ofNullable(clients.get(inquiryId)));
    }

    @Override
    public Optional<Contact> staff(UUID staffId) {
        return answer(Optional.ofNullable(staff.get(staffId)));
    }

    @Override
    public List<UUID> coordinators() {
        return answer(coordinators);
    }

    private <T> T answer(T fact) {
        if (down) {
            throw new FactsUnavailable(new IllegalStateException("down"));
        }
        return fact;
    }
}
