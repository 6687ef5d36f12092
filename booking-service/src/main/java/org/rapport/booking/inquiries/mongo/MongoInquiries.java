package org.rapport.booking.inquiries.mongo;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryEvent;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.booking.inquiries.domain.QuestionnaireWanted;
import org.rapport.booking.inquiries.domain.Saving;
import org.rapport.contracts.PublishedEvent;
import org.rapport.delivery.Change;
import org.rapport.delivery.Documents;
import org.rapport.delivery.Documents.Stored;
import org.rapport.delivery.Saved;

public final class MongoInquiries implements Inquiries {

    public static final String COLLECTION = "inquiries";
    private static final int ATTEMPTS = 20;

    private final Documents<InquiryDocument> documents;
    private final Function<InquiryEvent, PublishedEvent> translation;

    public MongoInquiries(Documents<InquiryDocument> documents, Function<InquiryEvent, PublishedEvent> translation) {
        this.documents = documents;
        this.translation = translation;
    }

    @Override
    public Optional<Inquiry> find(InquiryId id) {
        return documents.find(id.toString()).map(stored -> stored.state().toInquiry(stored.id()));
    }

    @Override
    public Saving add(Inquiry inquiry, InquiryReceived event) {
        Change change = Change.of(translation.apply(event));
        return switch (documents.save(inquiry.id().toString(), 0, InquiryDocument.of(inquiry), change)) {
            case SAVED -> Saving.SAVED;
            case STALE -> Saving.STALE;
            case TAKEN -> throw new IllegalStateException("inquiries claim nothing");
        };
    }

    @Override
    public void correct(Inquiry typed) {
        change(
                typed.id(),
                known -> Optional.of(known.corrected(typed)).filter(corrected -> !corrected.equals(known)),
                _ -> Change.none());
    }

    @Override
    public void wantQuestionnaire(InquiryId id, Instant now) {
        change(
                id,
                known -> known.wantingQuestionnaire(now),
                wanting -> Change.of(translation.apply(new QuestionnaireWanted(wanting, now))));
    }

    private void change(
            InquiryId id, Function<Inquiry, Optional<Inquiry>> rule, Function<Inquiry, Change> consequence) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Stored<InquiryDocument>> stored = documents.find(id.toString());
            Optional<Inquiry> changed =
                    stored.flatMap(known -> rule.apply(known.state().toInquiry(known.id())));
            if (changed.isEmpty() || isSaved(stored.get(), changed.get(), consequence.apply(changed.get()))) {
                return;
            }
        }
        throw new IllegalStateException("inquiry " + id + " is written by too many at once");
    }

    private boolean isSaved(Stored<InquiryDocument> stored, Inquiry changed, Change change) {
        return documents.save(stored.id(), stored.version(), InquiryDocument.of(changed), change) == Saved.SAVED;
    }
}
