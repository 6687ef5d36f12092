package org.rapport.booking.inquiries.mongo;

import static org.rapport.booking.Examples.inquiryId;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.rapport.booking.RunningBooking;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.InquiriesContract;
import org.rapport.booking.inquiries.events.InquiryEventTranslation;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.springframework.beans.factory.annotation.Autowired;

@RunningBooking
class MongoInquiriesIT extends InquiriesContract {

    @Autowired
    private DocumentStore store;

    private final String collection = "inquiries-" + UUID.randomUUID();

    @Override
    protected Inquiries emptyInquiries() {
        return new MongoInquiries(documents(), InquiryEventTranslation::published);
    }

    /** The version of a document is the number of its events. */
    @Override
    protected List<String> published() {
        long version = documents().find(inquiryId(1).toString()).orElseThrow().version();
        return Collections.nCopies(Math.toIntExact(version), "InquiryReceived");
    }

    private Documents<InquiryDocument> documents() {
        return store.collection(collection, InquiryDocument.class);
    }
}
