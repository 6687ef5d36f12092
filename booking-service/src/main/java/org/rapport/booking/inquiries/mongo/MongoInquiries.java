package org.rapport.booking.inquiries.mongo;

import java.util.Optional;
import java.util.function.Function;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryId;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.booking.inquiries.domain.Person;
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
    private final Function<InquiryReceived, PublishedEvent> translation;

    public MongoInquiries(Documents<InquiryDocument> documents, Function<InquiryReceived, PublishedEvent> translation) {
        this.documents = documents;
        this.translation = translation;
    }

    @Override
    public Optional<Inquiry> find(InquiryId id) {
        return documents.find(id.toString()).map(stored -> stored.state().toInquiry(stored.id()));
    }

    @Override
    public Saving add(Inquiry inquiry, InquiryReceived event) {
        return insert(inquiry, Change.of(translation.apply(event)));
    }

    @Override
    public Saving keep(Inquiry inquiry) {
        return insert(inquiry, Change.none());
    }

    private Saving insert(Inquiry inquiry, Change change) {
        return switch (documents.save(inquiry.id().toString(), 0, InquiryDocument.of(inquiry), change)) {
            case SAVED -> Saving.SAVED;
            case STALE -> Saving.STALE;
            case TAKEN -> throw new IllegalStateException("inquiries claim nothing");
        };
    }

    @Override
    public void correct(InquiryId id, Person person, long hold) {
        Saved saved = Saved.STALE;
        for (int attempt = 0; saved == Saved.STALE && attempt < ATTEMPTS; attempt++) {
            Stored<InquiryDocument> stored = documents.find(id.toString()).orElseThrow();
            Inquiry known = stored.state().toInquiry(stored.id());
            Inquiry corrected = known.corrected(person, hold);
            saved = corrected.equals(known)
                    ? Saved.SAVED
                    : documents.save(stored.id(), stored.version(), InquiryDocument.of(corrected), Change.none());
        }
        if (saved != Saved.SAVED) {
            throw new IllegalStateException("inquiry " + id + " is written by too many at once");
        }
    }
}
