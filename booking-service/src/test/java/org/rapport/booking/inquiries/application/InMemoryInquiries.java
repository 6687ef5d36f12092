package org.rapport.booking.inquiries.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.booking.Fake;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryEvent;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.booking.inquiries.domain.QuestionnaireWanted;
import org.rapport.booking.inquiries.domain.Saving;

public final class InMemoryInquiries implements Inquiries, Fake {

    private final Map<InquiryId, Inquiry> inquiries = new HashMap<>();
    private final List<InquiryEvent> events = new ArrayList<>();

    @Override
    public synchronized Optional<Inquiry> find(InquiryId id) {
        return Optional.ofNullable(inquiries.get(id));
    }

    @Override
    public synchronized Saving add(Inquiry inquiry, InquiryReceived event) {
        if (inquiries.putIfAbsent(inquiry.id(), inquiry) != null) {
            return Saving.STALE;
        }
        events.add(event);
        return Saving.SAVED;
    }

    @Override
    public synchronized void correct(Inquiry typed) {
        inquiries.computeIfPresent(typed.id(), (_, known) -> known.corrected(typed));
    }

    @Override
    public synchronized void wantQuestionnaire(InquiryId id, Instant now) {
        find(id).flatMap(known -> known.wantingQuestionnaire(now)).ifPresent(wanting -> {
            inquiries.put(id, wanting);
            events.add(new QuestionnaireWanted(wanting, now));
        });
    }

    public synchronized List<InquiryEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public synchronized void renew() {
        inquiries.clear();
        events.clear();
    }
}
